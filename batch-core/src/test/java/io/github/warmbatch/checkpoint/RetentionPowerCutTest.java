package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The power is cut at every operation of promoting, pinning, pruning, going back and sweeping. */
class RetentionPowerCutTest {
  private static final Path OUTPUT = Path.of("/shared/output");
  private static final int INTERVAL = 3;
  private static final int CHANCES = 4;

  /** What had been said to be done, each entry after another; the last may be under way. */
  private static final class Promised {
    private final List<Manifest> history = new ArrayList<>();
    private final BitSet pruned = new BitSet();
    private long champion;
    private boolean pinned;
    private boolean unpinned;
  }

  @Test
  void whateverWasPromisedIsThereAndNothingIsHalfDone() {
    int cuts = 0;
    int reopened = 0;
    boolean finished = false;
    while (!finished) {
      cuts++;
      SimulatedDisk disk = new SimulatedDisk();
      Promised promised = new Promised();
      finished = run(new FaultyFiles(disk, FaultyFiles.cutAt(cuts)), promised);
      for (SimulatedDisk.Survival survival : Survivals.some(CHANCES, cuts)) {
        check(disk.afterPowerCut(survival), promised);
        reopened++;
      }
    }
    Tried.say(
        "%d power cuts of retention and going back, %d disks reopened".formatted(cuts, reopened));
    assertThat(cuts).isGreaterThan(250);
  }

  /** Everything that changes what is kept; returns whether it came to the end. */
  private static boolean run(FileOperations files, Promised promised) {
    FileCheckpointStore store = open(files);
    try {
      store.prepare();
      for (int day = 1; day <= 4; day++) {
        commit(store, CheckpointSamples.absorb(store.lineage(), day), promised);
      }
      store.promote(1, "the first");
      promised.champion = 1;
      store.pin(2, "of interest");
      promised.pinned = true;
      prune(store, promised);
      commit(store, CheckpointSamples.absorb(store.lineage(), 5), promised);
      commit(store, CheckpointSamples.absorb(store.lineage(), 6), promised);
      promised.history.add(store.rollback(4, Disposition.REQUEUE, "by hand"));
      open(files).prepare();
      store.unpin(2, "no more");
      promised.unpinned = true;
      commit(store, CheckpointSamples.absorb(store.lineage(), 5), promised);
      prune(store, promised);
      return true;
    } catch (FaultyFiles.PowerCut cut) {
      return false;
    }
  }

  private static void commit(CheckpointStore store, Draft draft, Promised promised) {
    promised.history.add(StoreContractHooks.committed(store.commit(draft)));
  }

  private static void prune(CheckpointStore store, Promised promised) {
    store.prune(1).forEach(number -> promised.pruned.set(number.intValue()));
  }

  private static void check(SimulatedDisk disk, Promised promised) {
    FileCheckpointStore store = open(disk);
    Lineage lineage = store.lineage();
    int known = promised.history.size();
    assertThat(lineage.head()).isBetween((long) known, known + 1L);
    assertThat(lineage.history().subList(0, known)).isEqualTo(promised.history);
    assertLedgerIsTrue(lineage);
    Retention retention = store.retention();
    promised.pruned.stream().forEach(number -> assertThat(retention.isPruned(number)).isTrue());
    assertThat(retention.isPruned(1)).isFalse();
    if (promised.pinned && !promised.unpinned && known < 7) {
      assertThat(retention.isPinned(2)).isTrue();
    }
    if (promised.champion > 0) {
      assertThat(store.champion()).map(Promotion::number).contains(promised.champion);
    }
    assertNothingIsHalfThere(store);
    goOn(store, disk);
  }

  private static void assertLedgerIsTrue(Lineage lineage) {
    Lineage model = Lineage.of(List.copyOf(lineage.history()));
    assertThat(lineage.jobs().all()).isEqualTo(model.jobs().all());
    assertThat(lineage.datasets().all()).isEqualTo(model.datasets().all());
    assertThat(lineage.obligations()).isEqualTo(model.obligations());
    assertThat(lineage.model()).isEqualTo(model.model());
  }

  private static void assertNothingIsHalfThere(CheckpointStore store) {
    Retention retention = store.retention();
    for (Verification each : store.verify()) {
      assertThat(each.status()).as(each.detail()).isNotEqualTo(Verification.Status.CORRUPT);
    }
    for (Manifest manifest : store.lineage().history()) {
      if (manifest.state() != null && !retention.isPruned(manifest.number())) {
        assertThat(StoreContractHooks.payloadOf(store, manifest)).isNotEmpty();
      }
    }
  }

  private static void goOn(FileCheckpointStore store, SimulatedDisk disk) {
    store.prepare();
    Manifest next = StoreContractHooks.absorb(store, 100);
    store.promote(next.number(), "newest");
    store.prune(1);
    FileCheckpointStore reopened = open(disk.afterPowerCut(Survivals.NOTHING));
    assertThat(reopened.lineage().history()).isEqualTo(store.lineage().history());
    assertThat(reopened.champion()).isEqualTo(store.champion());
    assertThat(reopened.retention().pruned()).isEqualTo(store.retention().pruned());
    assertNothingIsHalfThere(reopened);
    assertThat(StoreContractHooks.payloadOf(reopened, next))
        .isEqualTo(CheckpointSamples.payload(100));
  }

  private static FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(
        files, OUTPUT, new FileCheckpointStore.Settings(Clock.systemUTC(), true, INTERVAL));
  }
}
