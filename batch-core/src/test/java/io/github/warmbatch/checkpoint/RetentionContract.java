package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verification.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store promises about which states it keeps. */
abstract class RetentionContract extends StateContract {
  /** Absorbs days 1 to the last. */
  static List<Manifest> absorbDays(CheckpointStore store, int last) {
    List<Manifest> absorbed = new ArrayList<>();
    for (int day = 1; day <= last; day++) {
      absorbed.add(absorb(store, day));
    }
    return absorbed;
  }

  private List<Status> statuses() {
    return open().verify().stream().map(Verification::status).toList();
  }

  @Test
  void theLastStatesAreKeptAndEveryDecisionIs() {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 5);
    assertThat(store.planPrune(2)).containsExactly(1L, 2L, 3L);
    assertThat(open().retention().pruned()).isEmpty();
    assertThat(store.prune(2)).containsExactly(1L, 2L, 3L);
    assertThat(open().lineage().history()).isEqualTo(all);
    assertThat(open().retention().pruned()).containsExactly(1L, 2L, 3L);
    assertThat(statuses())
        .containsExactly(Status.PRUNED, Status.PRUNED, Status.PRUNED, Status.OK, Status.OK);
    for (Manifest pruned : all.subList(0, 3)) {
      assertThatThrownBy(() -> payloadOf(open(), pruned))
          .isInstanceOf(CheckpointException.class)
          .isNotInstanceOf(CorruptStateException.class)
          .hasMessageContaining("pruned");
    }
    assertThat(payloadOf(open(), all.get(3))).isEqualTo(CheckpointSamples.payload(4));
    assertThat(store.planPrune(2)).isEmpty();
    assertThat(store.prune(2)).isEmpty();
  }

  @Test
  void decisionsWithoutAStateDoNotCountAmongTheLast() {
    CheckpointStore store = open();
    absorbDays(store, 3);
    giveUp(store, 4);
    giveUp(store, 5);
    assertThat(store.prune(2)).containsExactly(1L);
  }

  @Test
  void theChampionAndThePinnedAreKept() {
    CheckpointStore store = open();
    absorbDays(store, 6);
    store.promote(1, "best");
    assertThat(store.pin(3, "of interest").pinned()).containsExactly(3L);
    assertThat(open().prune(2)).containsExactly(2L, 4L);
    assertThat(open().retention().isPinned(3)).isTrue();
    assertThat(store.unpin(3, "no more").pinned()).isEmpty();
    store.promote(6, "better");
    assertThat(open().prune(2)).containsExactly(1L, 3L);
  }

  @Test
  void prunedParentIsNeverTheOnlyOne() throws IOException {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 5);
    damage(all.get(3));
    damage(all.get(2));
    assertThat(store.prune(1)).containsExactly(1L, 3L, 4L);
    damage(all.get(4));
    assertThat(payloadOf(open(), all.get(1))).isEqualTo(CheckpointSamples.payload(2));
  }

  @Test
  void anAncestorThatIsMissingIsNoneToFallBackTo() throws IOException {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 4);
    lose(all.get(2));
    assertThat(store.prune(1)).containsExactly(1L, 3L);
  }

  @Test
  void anAbandonedCheckpointIsNoneToFallBackTo() {
    CheckpointStore store = open();
    absorbDays(store, 4);
    goBack(store, 2, Disposition.SKIP);
    absorb(store, 6);
    assertThat(store.prune(1)).containsExactly(1L, 3L, 4L);
  }

  @Test
  void twoStatesAreKeptInAnyCase() {
    CheckpointStore store = open();
    absorbDays(store, 3);
    goBack(store, 0, Disposition.SKIP);
    assertThat(store.prune(1)).containsExactly(1L);
    assertThat(store.prune(1)).isEmpty();
  }

  @Test
  void nothingIsPrunedOfFewOrNone() {
    CheckpointStore store = open();
    assertThat(store.prune(1)).isEmpty();
    absorbDays(store, 2);
    assertThat(store.prune(1)).isEmpty();
    assertThatThrownBy(() -> store.prune(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.planPrune(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStateThatIsGoneWithoutHavingBeenPrunedIsCorrupt() throws IOException {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 3);
    lose(all.get(0));
    assertThat(statuses()).containsExactly(Status.CORRUPT, Status.OK, Status.OK);
    assertThatThrownBy(() -> payloadOf(open(), all.get(0)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void whatWasPrunedIsNeitherPromotedNorPinnedNorGoneBackTo() {
    CheckpointStore store = open();
    absorbDays(store, 4);
    store.prune(2);
    assertThatThrownBy(() -> store.promote(1, "why"))
        .isInstanceOf(CheckpointRefusedException.class)
        .hasMessageContaining("Number 1 cannot be promoted: its state was pruned");
    assertThatThrownBy(() -> store.pin(2, "why"))
        .isInstanceOf(CheckpointRefusedException.class)
        .hasMessageContaining("Number 2 cannot be pinned: its state was pruned");
    Draft back = CheckpointSamples.goBack(store.lineage(), 1, Disposition.SKIP);
    assertThatThrownBy(() -> store.commit(back))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("state of number 1 was pruned");
    assertThat(open().lineage().head()).isEqualTo(4);
  }

  @Test
  void onlyCheckpointsArePinned() {
    CheckpointStore store = open();
    absorb(store, 1);
    giveUp(store, 2);
    for (long number : new long[] {-1, 0, 2, 3}) {
      assertThatThrownBy(() -> store.pin(number, "why"))
          .isInstanceOf(CheckpointRefusedException.class)
          .hasMessageContaining("Number %d cannot be pinned".formatted(number));
    }
    assertThat(store.unpin(1, "why").pinned()).isEmpty();
  }

  @Test
  void theChampionIsNeverOneThatWasPruned() {
    CheckpointStore store = open();
    absorbDays(store, 2);
    store.promote(1, "first");
    store.promote(2, "second");
    absorb(store, 3);
    absorb(store, 4);
    store.prune(2);
    goBack(store, 3, Disposition.SKIP);
    assertThat(open().champion()).map(Promotion::number).contains(2L);
    assertThat(open().retention().isPruned(1)).isTrue();
    assertThat(open().verify())
        .extracting(Verification::number, Verification::status)
        .contains(tuple(1L, Status.PRUNED), tuple(4L, Status.ABANDONED));
  }

  private void damage(Manifest absorbed) throws IOException {
    byte[] bytes = kept(absorbed);
    bytes[bytes.length / 2] ^= 1;
    keep(absorbed, bytes);
  }
}
