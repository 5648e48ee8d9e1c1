package io.github.warmbatch.runner;

import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.Drift;
import io.github.warmbatch.Regression;
import io.github.warmbatch.WorkerListener;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.checkpoint.Timings;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.screening.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a worker does. */
final class LogListener implements WorkerListener {
  private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

  @Override
  public void absorbed(Manifest manifest) {
    if (log.isInfoEnabled() && manifest.decision() instanceof Decision.Absorbed absorbed) {
      Scores scores = absorbed.scores();
      log.info(
          "Checkpoint {}: {} learned; average precision before {}, hold-out {}; {}",
          manifest.number(),
          OneLine.of(absorbed.dataset().path()),
          averagePrecision(scores.prequential()),
          averagePrecision(scores.holdOut()),
          timings(absorbed.timings()));
    }
  }

  @Override
  public void dropped(String path, List<Finding> identifiers) {
    identifiers.forEach(identifier -> log.warn("{}", warning(path, identifier)));
  }

  /** What is left out and why, and what to do about it, on one line. */
  static String warning(String path, Finding identifier) {
    return "Column %s is left out as an identifier: in %s it %s (--ignore says so for good, --entity or --allow-leak keep it)"
        .formatted(
            OneLine.of(identifier.column()), OneLine.of(path), OneLine.of(identifier.evidence()));
  }

  @Override
  public void drifted(Drift drift) {
    log.warn("{}", warning(drift));
  }

  /** What is not as before, and what to do about it, on one line. */
  static String warning(Drift drift) {
    return "%s (it was learned all the same; if the file is wrong, 'checkpoints rollback --to %d --skip' takes it back, with all learned since)"
        .formatted(OneLine.of(drift.message()), drift.number() - 1);
  }

  @Override
  public void known(String path, long number) {
    log.info(
        "{} is known since number {}: completed without learning it again",
        OneLine.of(path),
        number);
  }

  @Override
  public void failed(String path, String reason, Duration pause) {
    log.warn("Next attempt in {}: {}", Durations.format(pause), OneLine.of(reason));
  }

  @Override
  public void dead(String path, String reason) {
    log.error("Given up: {}", OneLine.of(reason));
  }

  @Override
  public void promoted(Promotion promotion) {
    log.info("Number {} is the champion: {}", promotion.number(), OneLine.of(promotion.reason()));
  }

  @Override
  public void regressed(Regression regression) {
    log.warn("{}", OneLine.of(regression.message()));
    log.warn(
        "{}To make number {} the champion all the same: 'checkpoints promote {}'; to go back:"
            + " 'checkpoints rollback --to {}', with --requeue or --skip",
        regression.stopsRun() ? "Stopped until somebody decides. " : "",
        regression.number(),
        regression.number(),
        regression.champion());
  }

  @Override
  public void pruned(List<Long> numbers) {
    log.info("Removed the states of {}", Numbers.of(numbers));
  }

  @Override
  public void queueUnavailable(String reason, Duration pause) {
    log.warn(
        "The queue cannot be reached, next attempt in {}: {}",
        Durations.format(pause),
        OneLine.of(reason));
  }

  @Override
  public void warning(String message) {
    log.warn("{}", OneLine.of(message));
  }

  private static String averagePrecision(@Nullable Scorecard card) {
    return card == null
        ? "-"
        : ScorecardView.number(card.averagePrecision())
            + " (guessing "
            + ScorecardView.number(card.baseRate())
            + ")";
  }

  private static String timings(Timings timings) {
    return String.format(
        Locale.ROOT,
        "read %.0f ms, scored %.0f ms, trained %.0f ms",
        timings.read(),
        timings.score(),
        timings.train());
  }
}
