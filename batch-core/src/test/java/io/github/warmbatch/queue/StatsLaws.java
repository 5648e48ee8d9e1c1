package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of {@link QueueStats}. */
public interface StatsLaws extends QueueBench {

  /** All is nought. */
  @Test
  default void aNewQueueCountsNothing() {
    QueueStats stats = worker("a").stats();
    assertThat(stats).isEqualTo(new QueueStats(0, 0, 0, 0));
    assertThat(stats.isDrained()).isTrue();
  }

  /** What waits is queued. */
  @Test
  default void submittedEntriesAreQueued() {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    a.submit(List.of());
    assertThat(a.stats()).isEqualTo(new QueueStats(2, 0, 0, 0));
    assertThat(a.stats().isDrained()).isFalse();
  }

  /** What is in flight is still queued. */
  @Test
  default void aLeasedJobIsQueuedAndInFlight() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    granted(a);
    assertThat(worker("b").stats()).isEqualTo(new QueueStats(2, 1, 0, 0));
  }

  /** A job that backs off is in nobody's hands. */
  @Test
  default void aJobThatBacksOffIsNotInFlight() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a).fail("broken", LEASE);
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 0));
  }

  /** Neither is one whose lease ran out. */
  @Test
  default void aJobWhoseLeaseRanOutIsNotInFlight() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    granted(a);
    letLeaseRunOut();
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 0));
  }

  /** Completed jobs are counted, buried ones are not. */
  @Test
  default void completedJobsAreCounted() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two", "three");
    granted(a).complete();
    granted(a).bury("no use");
    granted(a).complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 1, 2));
  }

  /** People know a queue by its name. */
  @Test
  default void aQueueHasAName() {
    assertThat(worker("a").name()).isNotBlank();
  }
}
