package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of calls on a {@link Lease} that has ended. */
public interface EndingLaws extends QueueBench {

  /** A repeated call whose first answer was lost does no harm and no second time what it did. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RENEW")
  default void repeatingAnEndingDoesNothing(LeaseCall ending) throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    ending.on(lease);
    QueueStats once = a.stats();
    ending.on(lease);
    assertThat(a.stats()).isEqualTo(once);
    Attempts attempts = granted(a).job().attempts();
    assertThat(attempts.failures() + attempts.releases() + attempts.abandonments())
        .isLessThanOrEqualTo(1);
  }

  /** Nor when the job has another holder by then. */
  @ParameterizedTest
  @EnumSource(names = {"RELEASE", "FAIL"})
  default void repeatingAnEndingLeavesTheNextLeaseAlone(LeaseCall ending) throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    ending.on(lease);
    Lease next = granted(worker("b"));
    ending.on(lease);
    next.complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 0, 1));
  }

  /** An ended lease cannot be ended in another way, nor renewed. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RENEW")
  default void anotherCallAfterAnEndingIsRefused(LeaseCall ending) throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    ending.on(lease);
    QueueStats before = a.stats();
    for (LeaseCall other : EnumSet.complementOf(EnumSet.of(ending))) {
      assertThatThrownBy(() -> other.on(lease))
          .as("%s", other)
          .isInstanceOf(LeaseLostException.class);
    }
    assertThat(a.stats()).isEqualTo(before);
  }

  /** The holder can tell by itself that it is over. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RENEW")
  default void nothingIsLeftOfALeaseThatEnded(LeaseCall ending) throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    ending.on(lease);
    assertThat(lease.remaining()).isLessThanOrEqualTo(Duration.ZERO);
  }

  /** The clock does not turn an ending into a lost lease. */
  @Test
  default void completingTwiceIsFineAfterTheLeaseWouldHaveRunOut() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    Lease lease = granted(a);
    lease.complete();
    letLeaseRunOut();
    lease.complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 0, 1));
    assertThat(a.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
  }
}
