package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;

/**
 * Makes the draft by which a lineage goes on from its newest undamaged state, when the head's is
 * proven damaged; the jobs in between become obligations.
 */
final class Fallback {
  private final CheckpointStore store;
  private final String workerId;

  Fallback(CheckpointStore store, String workerId) {
    this.store = store;
    this.workerId = workerId;
  }

  /**
   * The draft.
   *
   * @throws CheckpointException when no earlier state is whole, or one cannot be read, which proves
   *     nothing; then nothing is touched
   */
  Draft from(Lineage lineage, CorruptStateException damage) {
    long damaged = lineage.model().orElseThrow().number();
    for (long number = damaged - 1; number >= 1; number--) {
      Manifest manifest = lineage.find(number).orElseThrow();
      if (!lineage.isAbandoned(number)
          && manifest.decision() instanceof Decision.Absorbed
          && isWhole(manifest)) {
        String reason = String.valueOf(damage.getMessage());
        Decision.BackTo decision = lineage.backTo(number, Decision.Disposition.REQUEUE, reason);
        return new Draft(lineage.head(), number, decision, null, workerId);
      }
    }
    throw new CheckpointException(
        damage.getMessage()
            + "; no earlier state is whole, so there is nothing to go on from and nothing was"
            + " touched: restore the directory from a backup, or learn everything again, which needs"
            + " all of its data sets ('checkpoints rollback --to 0 --requeue')",
        damage);
  }

  private boolean isWhole(Manifest manifest) {
    try {
      return store.readState(
          manifest, (model, payload) -> payload.transferTo(OutputStream.nullOutputStream()) >= 0);
    } catch (CorruptStateException e) {
      return false;
    } catch (CheckpointException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return false;
      }
      throw e;
    }
  }
}
