package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The power is cut at every operation, and what was promised is there when it comes back. */
class PowerCutTest {
  private static final Path OUTPUT = Path.of("/shared/output");
  private static final int CHANCES = 6;

  /** What had been said to be done when the power was cut. */
  private static final class Promised {
    private long head;
    private long promotions;
  }

  @Test
  void whateverWasPromisedIsThereAndWholeAndTheNextCommitWorks() {
    int cuts = 0;
    int reopened = 0;
    boolean finished = false;
    while (!finished) {
      cuts++;
      SimulatedDisk disk = new SimulatedDisk();
      Promised promised = new Promised();
      finished = run(new FaultyFiles(disk, FaultyFiles.cutAt(cuts)), promised);
      for (SimulatedDisk.Survival survival : Survivals.some(CHANCES, cuts)) {
        checkAndGoOn(disk.afterPowerCut(survival), promised);
        reopened++;
      }
    }
    Tried.say(
        "%d power cuts of commits and promotions, %d disks reopened".formatted(cuts, reopened));
    assertThat(cuts).as("operations of the story").isGreaterThan(100);
    assertThat(reopened).isEqualTo(cuts * (CHANCES + 2));
  }

  @Test
  void whatWasSeenOfAKilledWriterOutlastsAPowerCut() {
    boolean finished = false;
    for (int kill = 1; !finished; kill++) {
      SimulatedDisk disk = new SimulatedDisk();
      finished = run(new FaultyFiles(disk, FaultyFiles.cutAt(kill)), new Promised());
      CheckpointStore reader = open(disk);
      long seen = reader.lineage().head();
      List<Promotion> champion = reader.champion().stream().toList();
      CheckpointStore after = open(disk.afterPowerCut(Survivals.NOTHING));
      assertThat(after.lineage().head()).isGreaterThanOrEqualTo(seen);
      assertThat(after.champion().stream().toList()).containsAll(champion);
    }
  }

  @Test
  void whatAKilledWriterLeftDoesNotEndangerTheNext() {
    boolean finished = false;
    for (int kill = 1; !finished; kill++) {
      SimulatedDisk disk = new SimulatedDisk();
      finished = run(new FaultyFiles(disk, FaultyFiles.cutAt(kill)), new Promised());
      Promised promised = new Promised();
      CheckpointStore next = open(disk);
      commit(next, CheckpointSamples.absorb(next.lineage(), 7), promised);
      checkAndGoOn(disk.afterPowerCut(Survivals.NOTHING), promised);
    }
  }

  /** From an empty disk to a lineage with everything in it; returns whether it came to the end. */
  private static boolean run(FileOperations files, Promised promised) {
    CheckpointStore store = open(files);
    try {
      commit(store, CheckpointSamples.absorb(store.lineage(), 1), promised);
      commit(store, CheckpointSamples.absorb(store.lineage(), 2), promised);
      promised.promotions = store.promote(1, "the first").sequence();
      commit(store, CheckpointSamples.giveUp(store.lineage(), 3), promised);
      promised.promotions = store.promote(2, "the second").sequence();
      commit(store, CheckpointSamples.goBack(store.lineage(), 1, Disposition.REQUEUE), promised);
      commit(store, CheckpointSamples.absorb(store.lineage(), 2), promised);
      return true;
    } catch (FaultyFiles.PowerCut cut) {
      return false;
    }
  }

  private static void commit(CheckpointStore store, Draft draft, Promised promised) {
    CommitResult result = store.commit(draft);
    assertThat(result).isInstanceOf(Committed.class);
    promised.head = ((Committed) result).manifest().number();
  }

  private static void checkAndGoOn(SimulatedDisk disk, Promised promised) {
    CheckpointStore store = open(disk);
    Lineage lineage = store.lineage();
    assertThat(lineage.head()).isBetween(promised.head, promised.head + 1);
    if (lineage.head() > 0) {
      assertThat(store.verify())
          .extracting(Verification::status)
          .containsAnyOf(Verification.Status.OK)
          .doesNotContain(Verification.Status.CORRUPT, Verification.Status.PRUNED);
    }
    for (Manifest manifest : lineage.history()) {
      if (manifest.decision() instanceof Decision.Absorbed absorbed) {
        byte[] payload = store.readState(manifest, CheckpointSamples::readPayload);
        assertThat(payload).isEqualTo(payloadOf(absorbed));
      }
    }
    Promised next = new Promised();
    commit(store, CheckpointSamples.absorb(store.lineage(), 100), next);
    assertThat(next.head).isEqualTo(lineage.head() + 1);
    if (promised.promotions > 0) {
      Promotion promotion = store.promote(1, "once more");
      assertThat(promotion.sequence()).isBetween(promised.promotions + 1, promised.promotions + 2);
    }
    CheckpointStore reopened = open(disk.afterPowerCut(Survivals.NOTHING));
    assertThat(reopened.lineage().head()).isEqualTo(next.head);
    assertThat(reopened.lineage().history()).isEqualTo(store.lineage().history());
    assertThat(reopened.champion()).isEqualTo(store.champion());
  }

  private static byte[] payloadOf(Decision.Absorbed absorbed) {
    String day = absorbed.job().id().substring("job-".length());
    return CheckpointSamples.payload(Integer.parseInt(day));
  }

  private static CheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(files, OUTPUT, Clock.systemUTC(), true);
  }
}
