package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a worker ends before the queue is drained. */
class WorkerStopTest {
  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  @Test
  void stopFinishesTheJobInHand() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    BatchWorker[] worker = new BatchWorker[1];
    worker[0] = rig.worker().listener(onProcessing(() -> worker[0].stop())).build();

    RunSummary run = rig.run(worker[0]);

    assertThat(run.outcome()).isEqualTo(RunSummary.Outcome.STOPPED);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
    assertThat(rig.queue.stats().queued()).isEqualTo(1);
  }

  @Test
  void stopNowGivesTheJobInHandBack() {
    rig.push(rig.write("d/1.csv", 1));
    BatchWorker[] worker = new BatchWorker[1];
    worker[0] = rig.worker().listener(onProcessing(() -> worker[0].stopNow())).build();

    RunSummary run = rig.run(worker[0]);

    assertThat(run.outcome()).isEqualTo(RunSummary.Outcome.STOPPED);
    assertThat(rig.lineage().history()).isEmpty();
    assertThat(rig.queue.stats().inFlight()).isZero();
    assertThat(rig.run().absorbed()).isEqualTo(1);
  }

  @Test
  void interruptGivesTheJobBackUnharmed() {
    rig.push(rig.write("d/1.csv", 1));
    BatchWorkerBuilder interrupted =
        rig.worker().listener(onProcessing(() -> Thread.currentThread().interrupt()));

    assertThatThrownBy(interrupted.build()::run).isInstanceOf(InterruptedException.class);
    assertThat(rig.queue.stats().inFlight()).isZero();
    assertThat(rig.lineage().history()).isEmpty();
    assertThat(rig.run()).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 1, 0, 0, 0, 1));
  }

  private static WorkerListener onProcessing(Runnable action) {
    return new WorkerListener() {
      @Override
      public void processing(String path) {
        action.run();
      }
    };
  }
}
