package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One operation fails or lies while states are kept, given up or gone back to. */
class LyingRetentionTest {
  private static final Path OUTPUT = Path.of("/output");
  private static final List<Consumer<CheckpointStore>> CHANGES =
      List.of(
          store -> store.prune(1),
          store -> store.pin(2, "why"),
          store -> store.unpin(1, "why"),
          store -> store.promote(2, "why"),
          store -> store.rollback(3, Disposition.REQUEUE, "why"),
          CheckpointStore::prepare);

  private static final Set<String> FAILING = Set.of("sync", "syncDirectory", "write", "close");

  private static FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(
        files, OUTPUT, new FileCheckpointStore.Settings(Clock.systemUTC(), true, 2));
  }

  private static SimulatedDisk withALineage() {
    SimulatedDisk disk = new SimulatedDisk();
    FileCheckpointStore store = open(disk);
    RetentionContract.absorbDays(store, 4);
    store.pin(1, "of interest");
    store.promote(4, "best");
    return disk;
  }

  @Test
  void everyFailureAndEveryLieLeavesWhatItSaysAndHarmsNothing() {
    SimulatedDisk before = withALineage();
    int tried = 0;
    for (Consumer<CheckpointStore> change : CHANGES) {
      for (FaultyFiles.Plan plan : plans(kindsOf(change, copy(before)))) {
        SimulatedDisk disk = copy(before);
        check(disk, isDone(change, new FaultyFiles(disk, plan)), change);
        tried++;
      }
    }
    Tried.say("%d failures and lies of retention and going back".formatted(tried));
    assertThat(tried).isGreaterThan(500);
  }

  private static SimulatedDisk copy(SimulatedDisk disk) {
    return disk.afterPowerCut(Survivals.EVERYTHING);
  }

  /** Of which kind each operation of a change is that nothing disturbs. */
  private static List<String> kindsOf(Consumer<CheckpointStore> change, SimulatedDisk disk) {
    List<String> kinds = new ArrayList<>();
    FaultyFiles.Plan observer =
        new FaultyFiles.Plan() {
          @Override
          public void before(int operation, String kind) {
            kinds.add(kind);
          }
        };
    assertThat(isDone(change, new FaultyFiles(disk, observer))).isTrue();
    return kinds;
  }

  /**
   * Each operation fails or lies once; and, where it is one by which disks fail, all from it on.
   */
  private static List<FaultyFiles.Plan> plans(List<String> kinds) {
    List<FaultyFiles.Plan> plans = new ArrayList<>();
    for (int operation = 1; operation <= kinds.size(); operation++) {
      plans.add(FaultyFiles.failAt(operation));
      plans.add(FaultyFiles.lieAt(operation));
      String kind = kinds.get(operation - 1);
      if (FAILING.contains(kind)) {
        plans.add(failAll(operation, kind));
      }
    }
    return plans;
  }

  /** From an operation on, all of one kind fail: a disk that is full, or has gone bad. */
  private static FaultyFiles.Plan failAll(int from, String failing) {
    return new FaultyFiles.Plan() {
      @Override
      public void before(int operation, String kind) throws IOException {
        if (operation >= from && kind.equals(failing)) {
          throw new IOException("No space left on device");
        }
      }
    };
  }

  private static boolean isDone(Consumer<CheckpointStore> change, FaultyFiles files) {
    try {
      change.accept(open(files));
      return true;
    } catch (CheckpointException e) {
      assertThat(e).hasRootCauseInstanceOf(IOException.class);
      return false;
    }
  }

  private static void check(SimulatedDisk disk, boolean done, Consumer<CheckpointStore> change) {
    assertWhole(open(disk));
    SimulatedDisk survived = disk.afterPowerCut(Survivals.NOTHING);
    assertWhole(open(survived));
    FileCheckpointStore after = open(survived);
    Retention retention = after.retention();
    switch (CHANGES.indexOf(change)) {
      case 0 -> assertThat(retention.pruned().equals(List.of(2L))).isIn(done, true);
      case 1 -> assertThat(retention.isPinned(2)).isIn(done, true);
      case 2 -> assertThat(!retention.isPinned(1)).isIn(done, true);
      case 3 ->
          assertThat(after.champion().filter(found -> found.number() == 2).isPresent())
              .isIn(done, true);
      case 4 -> assertThat(after.lineage().head() == 5).isIn(done, true);
      default -> assertThat(after.lineage().head()).isEqualTo(4);
    }
    StoreContractHooks.absorb(open(disk), 9);
    open(disk).prune(1);
    assertWhole(open(disk));
  }

  private static void assertWhole(FileCheckpointStore store) {
    assertThat(store.verify())
        .extracting(Verification::status)
        .doesNotContain(Verification.Status.CORRUPT);
  }
}
