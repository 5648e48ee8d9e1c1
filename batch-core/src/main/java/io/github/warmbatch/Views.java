package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Promotion;
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
  private boolean stops;

  Views(WorkerOptions options, @Nullable HoldOut holdOut, Listeners listeners) {
    this.gate = new ChampionGate(options, holdOut);
    this.reports = options.views();
    this.store = options.store();
    this.keepLast = options.keepLast();
    this.listeners = listeners;
  }

  /** Looks at the lineage again; false when the model became so much worse that the run ends. */
  boolean refresh(Lineage lineage) {
    if (lineage.head() != seen) {
      long before = seen;
      seen = lineage.head();
      consider(lineage, before);
      report(lineage);
      retain(lineage);
    }
    return !stops;
  }

  private void consider(Lineage lineage, long before) {
    boolean fresh =
        before >= 0 && lineage.model().filter(model -> model.number() > before).isPresent();
    try {
      tell(gate.consider(lineage, fresh));
    } catch (RuntimeException e) {
      // A measure or a trainer of somebody else's, too: no job is lost for it.
      warn("The champion was not looked at again", e);
    }
  }

  private void tell(Ruling ruling) {
    String warning = ruling.warning();
    if (warning != null) {
      listeners.tell(listener -> listener.warning(warning));
    }
    Promotion promotion = ruling.promotion();
    if (promotion != null) {
      listeners.tell(listener -> listener.promoted(promotion));
    }
    Regression regression = ruling.regression();
    stops = regression != null && regression.stopsRun();
    if (regression != null) {
      listeners.tell(listener -> listener.regressed(regression));
    }
  }

  private void report(Lineage lineage) {
    if (reports == null) {
      return;
    }
    try {
      reports.update(lineage, store.champion());
    } catch (ViewException | CheckpointException e) {
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
