package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store promises about being told to go back. */
abstract class RollbackContract extends RetentionContract {
  @Test
  void goingBackByHandAbandonsAndRequeues() {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 4);
    BackTo planned = store.planRollback(2, Disposition.REQUEUE, "as asked");
    assertThat(open().lineage().head()).isEqualTo(4);
    Manifest back = store.rollback(2, Disposition.REQUEUE, "as asked");
    assertThat(back.decision()).isEqualTo(planned);
    assertThat(planned.abandoned()).containsExactly(3L, 4L);
    assertThat(planned.reason()).isEqualTo("as asked");
    Lineage lineage = open().lineage();
    assertThat(lineage.head()).isEqualTo(5);
    assertThat(lineage.model()).contains(all.get(1));
    assertThat(lineage.obligations())
        .containsExactly(CheckpointSamples.job(3), CheckpointSamples.job(4));
    assertThat(open().retention().pinned()).isEmpty();
  }

  @Test
  void goingBackByHandMaySkip() {
    CheckpointStore store = open();
    absorbDays(store, 3);
    store.rollback(1, Disposition.SKIP, "as asked");
    assertThat(open().lineage().obligations()).isEmpty();
    assertThat(open().lineage().verdict("job-3")).contains(new Verdict(Verdict.Kind.SKIPPED, 4));
  }

  @Test
  void aPinThatWasThereBeforeGoingBackStays() {
    CheckpointStore store = open();
    absorbDays(store, 3);
    store.pin(1, "of interest");
    store.rollback(1, Disposition.SKIP, "as asked");
    assertThat(open().retention().pinned()).containsExactly(1L);
  }

  @Test
  void goingBackToTheBeginningLeavesNoModel() {
    CheckpointStore store = open();
    absorbDays(store, 2);
    store.rollback(0, Disposition.REQUEUE, "all anew");
    assertThat(open().lineage().model()).isEmpty();
    assertThat(open().lineage().obligations()).hasSize(2);
  }

  @Test
  void onlyAnAncestorOfTheHeadCanBeGoneBackTo() {
    CheckpointStore store = open();
    absorbDays(store, 3);
    goBack(store, 1, Disposition.SKIP);
    assertRefused(store, 2, "abandoned");
    assertRefused(store, 3, "abandoned");
    assertRefused(store, 4, "it is the head");
    assertRefused(store, 5, "no such number");
    assertRefused(store, -1, "no such number");
    assertThat(open().lineage().head()).isEqualTo(4);
  }

  @Test
  void onlyAWholeStateCanBeGoneBackTo() throws IOException {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 5);
    byte[] bytes = kept(all.get(1));
    bytes[bytes.length / 2] ^= 1;
    keep(all.get(1), bytes);
    lose(all.get(2));
    assertRefused(store, 2, "damaged");
    assertRefused(store, 3, "missing");
    store.prune(1);
    assertRefused(store, 1, "pruned");
    assertThat(open().lineage().head()).isEqualTo(5);
    assertThat(open().retention().pinned()).isEmpty();
  }

  @Test
  void goingBackBesideAWorkerIsDecidedAgainWhereTheWorkerWasFaster() {
    CheckpointStore store = open();
    absorbDays(store, 2);
    CheckpointStore beside =
        new ForwardingStore(open()) {
          private int day = 3;

          @Override
          public CommitResult commit(Draft draft) {
            if (day < 6) {
              absorb(store, day++);
            }
            return super.commit(draft);
          }
        };
    Manifest back = beside.rollback(1, Disposition.REQUEUE, "as asked");
    assertThat(back.number()).isEqualTo(6);
    assertThat(((BackTo) back.decision()).abandoned()).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void retentionBesideItDoesNotTakeAwayWhatIsGoneBackTo() {
    CheckpointStore store = open();
    List<Manifest> all = absorbDays(store, 4);
    CheckpointStore beside =
        new ForwardingStore(open()) {
          @Override
          public CommitResult commit(Draft draft) {
            store.prune(1);
            return super.commit(draft);
          }
        };
    beside.rollback(1, Disposition.SKIP, "as asked");
    assertThat(payloadOf(open(), all.get(0))).isEqualTo(CheckpointSamples.payload(1));
    assertThat(open().retention().pruned()).containsExactly(2L);
  }

  private static void assertRefused(CheckpointStore store, long to, String why) {
    assertThatThrownBy(() -> store.rollback(to, Disposition.SKIP, "as asked"))
        .isInstanceOf(CheckpointRefusedException.class)
        .hasMessageContaining("The lineage cannot go back to " + to)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> store.planRollback(to, Disposition.SKIP, "as asked"))
        .isInstanceOf(CheckpointRefusedException.class);
  }
}
