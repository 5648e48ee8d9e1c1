package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueCall;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue that is out of reach for a while, or for good. */
class OutageTest {
  private final QueueException lost = new QueueException("Redis at r:1 cannot be reached.");
  @TempDir private Path directory;

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void pausesGrowUpToTheLongest() {
    Outage outage = new Outage(Duration.ofMinutes(5), nanos::get);
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      pauses.add(outage.pauseAfter(lost).toMillis());
    }
    assertThat(pauses).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
  }

  @Test
  void whoGivesUpSaysAfterWhatTimeAndWhy() {
    Outage outage = new Outage(Duration.ofMinutes(5), nanos::get);
    outage.pauseAfter(lost);
    nanos.addAndGet(Duration.ofSeconds(301).toNanos());
    assertThatThrownBy(() -> outage.pauseAfter(lost))
        .isExactlyInstanceOf(QueueException.class)
        .hasMessage("Gave up after 301 s without the queue. Redis at r:1 cannot be reached.")
        .hasCause(lost);
  }

  @Test
  void theLastPauseEndsWithThePatience() {
    Outage outage = new Outage(Duration.ofSeconds(3), nanos::get);
    outage.pauseAfter(lost);
    nanos.addAndGet(Duration.ofMillis(500).toNanos());
    outage.pauseAfter(lost);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(outage.pauseAfter(lost)).hasMillis(1_500);
    nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
    assertThatThrownBy(() -> outage.pauseAfter(lost)).hasMessageStartingWith("Gave up after 3 s");
  }

  @Test
  void anOutageThatIsOverIsForgotten() {
    Outage outage = new Outage(Duration.ofSeconds(1), nanos::get);
    outage.pauseAfter(lost);
    outage.over();
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(outage.pauseAfter(lost)).hasMillis(500);
  }

  @Test
  void aLeaseThatAnOutageLeftOpenIsEndedAtOnce() {
    WorkerRig rig = new WorkerRig(directory);
    Faults faults = new Faults().at(QueueCall.COMPLETE_AND_CLAIM, 1, Fault.disconnected());

    RunSummary run = rig.run(rig.worker(faults.around(standingStill(rig)), rig.store()));

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 2, 1, 0, 0, 2));
    assertThat(faults.count(QueueCall.RELEASE)).isEqualTo(1);
  }

  @Test
  void anEndThatArrivedAfterAllIsNotTakenBack() {
    WorkerRig rig = new WorkerRig(directory);
    Faults faults = new Faults().at(QueueCall.COMPLETE_AND_CLAIM, 2, Fault.answerLost());

    RunSummary run = rig.run(rig.worker(faults.around(standingStill(rig)), rig.store()));

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 2, 0, 0, 0, 2));
    assertThat(faults.outstanding()).isEmpty();
  }

  /** By this queue's clock no lease ever runs out. */
  private static JobQueue standingStill(WorkerRig rig) {
    ManualClock clock = new ManualClock();
    JobQueue queue = InMemoryJobQueue.builder().clock(clock, clock::onMove).build();
    queue.submit(List.of(Payload.of(rig.write("d/1.csv", 1)), Payload.of(rig.write("d/2.csv", 2))));
    return queue;
  }
}
