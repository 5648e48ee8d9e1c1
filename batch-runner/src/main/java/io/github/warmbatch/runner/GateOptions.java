package io.github.warmbatch.runner;

import io.github.warmbatch.QualityGate;
import io.github.warmbatch.QualityGate.OnRegression;
import io.github.warmbatch.evaluation.Measure;
import picocli.CommandLine.Option;

/** When a new checkpoint becomes the champion. */
final class GateOptions {
  @Option(
      names = "--gate",
      paramLabel = "average-precision|log-loss",
      description =
          "By which measure on the hold-out a new checkpoint is held against the champion. Default:"
              + " ${DEFAULT-VALUE}.")
  String measure = "average-precision";

  @Option(
      names = "--gate-tolerance",
      paramLabel = "X",
      description =
          "By how much a new champion may be worse than the one before. Default: ${DEFAULT-VALUE}.")
  double tolerance;

  @Option(
      names = "--on-regression",
      paramLabel = "continue|stop",
      description =
          "When the model became worse than that: warn and go on (the default), or warn and end with"
              + " code 4 before another job is claimed.")
  OnRegression onRegression = OnRegression.CONTINUE;

  QualityGate gate() {
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new UsageException("--gate-tolerance must be a number from 0 up, not " + tolerance);
    }
    return new QualityGate(measure(), tolerance, onRegression);
  }

  private Measure measure() {
    return switch (measure) {
      case "average-precision" -> Measure.AVERAGE_PRECISION;
      case "log-loss" -> Measure.LOG_LOSS;
      default ->
          throw new UsageException(
              "--gate %s: give average-precision or log-loss".formatted(measure));
    };
  }
}
