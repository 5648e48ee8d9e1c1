package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.report.OutputViews;
import io.github.warmbatch.report.ViewException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the champion, the reports and what is kept of old states up with the lineage. All of it can
 * be made up for later, so that its failing is a warning and never costs a job.
 */
final class Views {
  private final ChampionGate gate;
  private final @Nullable OutputViews reports;
  private final CheckpointStore store;
  private final int keepLast;
  private final Listeners listeners;
  private long seen = -1;

  Views(WorkerOptions options, Listeners listeners) {
    this.gate = new ChampionGate(options.store());
    this.reports = options.views();
    this.store = options.store();
    this.keepLast = options.keepLast();
    this.listeners = listeners;
  }

  void refresh(Lineage lineage) {
    if (lineage.head() == seen) {
      return;
    }
    seen = lineage.head();
    consider(lineage);
    report(lineage);
    retain(lineage);
  }

  private void consider(Lineage lineage) {
    try {
      gate.consider(lineage)
          .ifPresent(promotion -> listeners.tell(listener -> listener.promoted(promotion)));
    } catch (CheckpointException e) {
      warn("The champion was not looked at again", e);
    }
  }

  private void report(Lineage lineage) {
    if (reports == null) {
      return;
    }
    try {
      reports.update(lineage);
    } catch (ViewException e) {
      warn("The reports are out of date", e);
    }
  }

  /** After all else, when the champion is known and the job complete. */
  private void retain(Lineage lineage) {
    if (keepLast == 0) {
      return;
    }
    try {
      List<Long> pruned = store.prune(keepLast);
      if (pruned.isEmpty()) {
        return;
      }
      listeners.tell(listener -> listener.pruned(pruned));
      if (reports != null) {
        reports.forget(lineage, pruned);
      }
    } catch (CheckpointException | ViewException e) {
      warn("Old states were not removed", e);
    }
  }

  private void warn(String what, RuntimeException why) {
    listeners.tell(listener -> listener.warning(what + ": " + why.getMessage()));
  }
}
