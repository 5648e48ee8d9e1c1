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
    consider(lineage);
    report(lineage);
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

  private void warn(String what, RuntimeException why) {
    listeners.tell(listener -> listener.warning(what + ": " + why.getMessage()));
  }
}
