package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

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
   * @throws CheckpointException when no earlier state is whole; then nothing is touched
   */
  Draft from(Lineage lineage, CorruptStateException damage) {
    List<Long> abandoned = new ArrayList<>();
    List<JobRef> jobs = new ArrayList<>();
    for (long number = lineage.head(); number >= 1; number--) {
      Manifest manifest = lineage.find(number).orElseThrow();
      if (lineage.isAbandoned(number)) {
        continue;
      }
      if (manifest.decision() instanceof Decision.Absorbed absorbed) {
        if (isWhole(manifest)) {
          return draft(lineage, manifest, abandoned, jobs, damage);
        }
        jobs.add(0, absorbed.job());
      }
      abandoned.add(0, number);
    }
    throw new CheckpointException(
        damage.getMessage()
            + "; no earlier state is whole, so there is nothing to go on from and nothing was"
            + " touched: restore the directory from a backup, or begin a new one",
        damage);
  }

  private Draft draft(
      Lineage lineage,
      Manifest parent,
      List<Long> abandoned,
      List<JobRef> jobs,
      CorruptStateException damage) {
    return new Draft(
        lineage.head(),
        parent.number(),
        new Decision.BackTo(
            abandoned, jobs, Decision.Disposition.REQUEUE, String.valueOf(damage.getMessage())),
        null,
        workerId);
  }

  private boolean isWhole(Manifest manifest) {
    try {
      return store.readState(
          manifest, (model, payload) -> payload.transferTo(OutputStream.nullOutputStream()) >= 0);
    } catch (CheckpointException e) {
      return false;
    }
  }
}
