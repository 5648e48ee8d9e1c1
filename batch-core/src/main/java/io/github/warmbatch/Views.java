package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.report.OutputViews;
import io.github.warmbatch.report.ViewException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the champion and the reports up with the lineage. Both can be made up for later, so that
 * their failing is a warning and never costs a job.
 */
final class Views {
  private final ChampionGate gate;
  private final @Nullable OutputViews reports;
  private final Listeners listeners;
  private long seen = -1;

  Views(WorkerOptions options, Listeners listeners) {
    this.gate = new ChampionGate(options.store());
    this.reports = options.views();
    this.listeners = listeners;
  }

  void refresh(Lineage lineage) {
    if (lineage.head() == seen) {
      return;
    }
    seen = lineage.head();
    try {
      gate.consider(lineage)
          .ifPresent(promotion -> listeners.tell(listener -> listener.promoted(promotion)));
      if (reports != null) {
        reports.update(lineage);
      }
    } catch (ViewException | CheckpointException e) {
      listeners.tell(
          listener -> listener.warning("The reports are out of date: " + e.getMessage()));
    }
  }
}
