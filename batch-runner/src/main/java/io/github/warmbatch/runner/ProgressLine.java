package io.github.warmbatch.runner;

import io.github.warmbatch.Drift;
import io.github.warmbatch.WorkerListener;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.screening.Finding;
import java.time.Duration;
import java.util.List;

/**
 * Shows how far a run of known length is: on a terminal as one line that is written over, elsewhere
 * as a line a data set.
 */
final class ProgressLine implements WorkerListener {
  private static final int BAR = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final int total;
  private int done;
  private String score = "";

  ProgressLine(Console console, int total) {
    this.console = console;
    this.total = total;
  }

  @Override
  public void processing(String path) {
    if (console.terminal()) {
      draw(path);
    }
  }

  @Override
  public void absorbed(Manifest manifest) {
    if (manifest.decision() instanceof Decision.Absorbed absorbed) {
      score = "  AP " + averagePrecision(absorbed.scores());
      step(absorbed.dataset().path());
    }
  }

  @Override
  public void dropped(String path, List<Finding> identifiers) {
    identifiers.forEach(identifier -> interrupt(LogListener.warning(path, identifier)));
  }

  @Override
  public void drifted(Drift drift) {
    interrupt(LogListener.warning(drift));
  }

  @Override
  public void known(String path, long number) {
    step(path);
  }

  @Override
  public void failed(String path, String reason, Duration pause) {
    interrupt("Will be tried again: " + reason);
  }

  @Override
  public void dead(String path, String reason) {
    interrupt("Given up: " + reason);
    step(path);
  }

  @Override
  public void queueUnavailable(String reason, Duration pause) {
    interrupt("The queue cannot be reached: " + reason);
  }

  @Override
  public void warning(String message) {
    interrupt(message);
  }

  /** Leaves the terminal to whoever writes next. */
  void end() {
    if (console.terminal()) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }

  private void step(String path) {
    done++;
    if (console.terminal()) {
      draw(path);
    } else {
      print("%d of %d  %s%s".formatted(done, total, path, score));
    }
  }

  private void print(String line) {
    try {
      console.print(line);
    } catch (OutputClosedException e) {
      // Nobody watches any more; the work goes on.
      return;
    }
  }

  private void draw(String path) {
    int filled = total == 0 ? BAR : (int) Math.min(BAR, (long) BAR * done / total);
    console
        .err()
        .print(
            "%s[%s%s] %d/%d  %s%s"
                .formatted(
                    CLEAR,
                    "#".repeat(filled),
                    ".".repeat(BAR - filled),
                    done,
                    total,
                    OneLine.of(path),
                    score));
    console.err().flush();
  }

  private void interrupt(String message) {
    end();
    console.tell(message);
  }

  private static String averagePrecision(Scores scores) {
    Scorecard card = scores.holdOut() == null ? scores.prequential() : scores.holdOut();
    return ScorecardView.number(card == null ? null : card.averagePrecision());
  }
}
