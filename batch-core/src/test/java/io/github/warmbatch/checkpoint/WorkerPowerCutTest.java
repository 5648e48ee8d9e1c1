package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.HashChainTrainer;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that keeps few states loses power at every operation, and the model is the same. */
class WorkerPowerCutTest {
  private static final Path OUTPUT = Path.of("/shared/output");
  private static final List<String> DAYS = List.of("1.csv", "2.csv", "3.csv", "4.csv", "5.csv");

  @TempDir Path root;

  @BeforeEach
  void writeDataSets() throws IOException {
    for (String day : DAYS) {
      int number = day.charAt(0);
      Files.writeString(
          root.resolve(day), "amount,label\n%d,0\n%d,1\n".formatted(number, 2 * number));
    }
  }

  @Test
  void theModelIsThatOfAnUndisturbedRunWheneverThePowerWasCut() throws Exception {
    SimulatedDisk calm = new SimulatedDisk();
    run(calm);
    HashChainTrainer.Chain undisturbed = model(calm);
    int cuts = 0;
    int reopened = 0;
    boolean finished = false;
    while (!finished) {
      cuts++;
      SimulatedDisk disk = new SimulatedDisk();
      finished = runUntilCut(new FaultyFiles(disk, FaultyFiles.cutAt(cuts)));
      for (SimulatedDisk.Survival survival : Survivals.some(3, cuts)) {
        SimulatedDisk after = disk.afterPowerCut(survival);
        run(after);
        assertThat(model(after)).as("cut at %d", cuts).isEqualTo(undisturbed);
        assertThat(open(after).verify())
            .extracting(Verification::status)
            .doesNotContain(Verification.Status.CORRUPT);
        reopened++;
      }
    }
    Tried.say("%d power cuts of a worker, %d disks carried on from".formatted(cuts, reopened));
    assertThat(cuts).isGreaterThan(200);
  }

  private boolean runUntilCut(FileOperations files) throws InterruptedException {
    try {
      run(files);
      return true;
    } catch (FaultyFiles.PowerCut cut) {
      return false;
    }
  }

  /** Everything is pushed anew, as after a loss of the queue. */
  private void run(FileOperations files) throws InterruptedException {
    InMemoryJobQueue queue = InMemoryJobQueue.builder().name("datasets").workerId("w").build();
    queue.submit(DAYS.stream().map(Payload::of).toList());
    BatchWorker.builder()
        .queue(queue)
        .dataRoot(root)
        .trainer(new HashChainTrainer())
        .label("label")
        .checkpoints(open(files))
        .keepLast(2)
        .build()
        .run();
    assertThat(queue.stats().isDrained()).isTrue();
  }

  private static HashChainTrainer.Chain model(FileOperations files) {
    FileCheckpointStore store = open(files);
    Manifest newest = store.lineage().model().orElseThrow();
    return store.readState(
        newest,
        (model, payload) -> new HashChainTrainer().codec().read(payload, model.trainingSpec()));
  }

  private static FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(
        files, OUTPUT, new FileCheckpointStore.Settings(Clock.systemUTC(), true, 2));
  }
}
