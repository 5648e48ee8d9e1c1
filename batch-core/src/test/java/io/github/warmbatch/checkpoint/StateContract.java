package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verification.Status;
import io.github.warmbatch.training.StateFormatException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a store promises about states. */
abstract class StateContract extends StoreContractHooks {
  @Test
  void aStateIsReadBackAsItWasWritten() {
    Manifest first = absorb(open(), 1);
    absorb(open(), 2);
    assertThat(payloadOf(open(), first)).isEqualTo(CheckpointSamples.payload(1));
    Model model = open().readState(first, (found, payload) -> found);
    assertThat(model).isEqualTo(CheckpointSamples.model());
  }

  @Test
  void aStateThatCannotBeWrittenPublishesNothing() {
    CheckpointStore store = open();
    absorb(store, 1);
    for (Draft.StateWriter writer :
        List.<Draft.StateWriter>of(
            out -> {
              out.write(1);
              throw new IOException("no space");
            },
            out -> {
              throw new IllegalStateException("no space");
            })) {
      Draft draft = new Draft(1, 1, CheckpointSamples.absorbed(2), writer, "sample");
      assertThatThrownBy(() -> store.commit(draft))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("Number 2")
          .hasMessageContaining("no space");
    }
    assertThat(open().lineage().head()).isEqualTo(1);
    absorb(store, 2);
  }

  @Test
  void aPayloadThatIsRefusedIsAnErrorThatSaysWhy() {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    CheckpointStore.StateReader<String> refusing =
        (model, payload) -> {
          throw new StateFormatException("not my kind of state");
        };
    assertThatThrownBy(() -> store.readState(first, refusing))
        .isInstanceOf(CheckpointException.class)
        .isNotInstanceOf(CorruptStateException.class)
        .hasMessageContaining("not my kind of state");
  }

  @Test
  void aDecisionWithoutAStateHasNoneToRead() {
    CheckpointStore store = open();
    Manifest dead = giveUp(store, 1);
    assertThatThrownBy(() -> payloadOf(store, dead))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Number 1 (dead) has no state");
  }

  @Test
  void everyFlippedByteOfAStateIsFound() throws IOException {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    byte[] whole = kept(first);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      keep(first, damaged);
      assertCorrupt(store, first);
    }
    assertThat(store.verify()).extracting(Verification::status).containsExactly(Status.CORRUPT);
    keep(first, whole);
    assertThat(payloadOf(store, first)).isEqualTo(CheckpointSamples.payload(1));
    assertThat(store.verify()).extracting(Verification::status).containsExactly(Status.OK);
  }

  @Test
  void aStateOfAnyOtherLengthIsFound() throws IOException {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    byte[] whole = kept(first);
    for (int length = 0; length < whole.length + 3; length++) {
      if (length != whole.length) {
        keep(first, Arrays.copyOf(whole, length));
        assertCorrupt(store, first);
      }
    }
  }

  /** Its own digest is right; only the manifest's tells. */
  @Test
  void theWholeStateOfAnotherDecisionInItsPlaceIsFound() throws IOException {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    Manifest second = absorb(store, 2);
    assertThat(kept(first)).hasSameSizeAs(kept(second));
    keep(second, kept(first));
    assertCorrupt(store, second);
    assertThat(store.verify())
        .extracting(Verification::status)
        .containsExactly(Status.OK, Status.CORRUPT);
  }

  private static void assertCorrupt(CheckpointStore store, Manifest absorbed) {
    AtomicBoolean handedOut = new AtomicBoolean();
    assertThatThrownBy(
            () -> {
              payloadOf(store, absorbed);
              handedOut.set(true);
            })
        .isInstanceOf(CorruptStateException.class);
    assertThat(handedOut).isFalse();
  }

  @Test
  void aCheckTellsWhatIsWholeAndWhatIsAbandoned() {
    CheckpointStore store = open();
    absorb(store, 1);
    absorb(store, 2);
    giveUp(store, 3);
    goBack(store, 1, Disposition.REQUEUE);
    assertThat(open().verify())
        .extracting(Verification::number, Verification::status)
        .containsExactly(
            tuple(1L, Status.OK),
            tuple(2L, Status.ABANDONED),
            tuple(3L, Status.ABANDONED),
            tuple(4L, Status.OK));
  }
}
