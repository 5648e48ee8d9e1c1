package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker lets others know of its progress. */
class WorkerSignsOfLifeTest {
  @TempDir private Path directory;

  @Test
  void fromTheSecondDataSetOnItIsKnownHowLongOneTakes() {
    WorkerRig rig = new WorkerRig(directory);
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    List<Optional<Duration>> left = new ArrayList<>();
    BatchWorker[] worker = new BatchWorker[1];
    var watched =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              left.add(worker[0].timeLeft());
              return store.commit(draft);
            });
    worker[0] = rig.worker(rig.queue, watched).build();

    run(worker[0]);

    assertThat(left).hasSize(2);
    assertThat(left.get(0)).isEmpty();
    assertThat(left.get(1)).isPresent();
    assertThat(worker[0].timeLeft()).as("nothing is in hand any more").isEmpty();
  }

  @Test
  void aDataSetThatFailedIsNotInHandAnyMore() {
    WorkerRig rig = new WorkerRig(directory);
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 666));
    List<Optional<Duration>> left = new ArrayList<>();
    BatchWorker[] worker = new BatchWorker[1];
    WorkerListener asking =
        new WorkerListener() {
          @Override
          public void looking() {
            left.add(worker[0].timeLeft());
          }
        };
    worker[0] = rig.worker().listener(asking).build();

    assertThat(run(worker[0]).dead()).isEqualTo(1);

    assertThat(left).isNotEmpty().allSatisfy(each -> assertThat(each).isEmpty());
  }

  @Test
  void aWorkerThatWaitsLooksAgainAndAgain() {
    WorkerRig rig = new WorkerRig(directory);
    AtomicInteger looks = new AtomicInteger();
    BatchWorker[] worker = new BatchWorker[1];
    WorkerListener counting =
        new WorkerListener() {
          @Override
          public void looking() {
            if (looks.incrementAndGet() == 3) {
              worker[0].stop();
            }
          }
        };
    worker[0] = rig.worker().waitForWork().listener(counting).build();

    assertThat(run(worker[0]).outcome()).isEqualTo(RunSummary.Outcome.STOPPED);
    assertThat(looks).hasValue(3);
  }

  private static RunSummary run(BatchWorker worker) {
    try {
      return worker.run();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }
}
