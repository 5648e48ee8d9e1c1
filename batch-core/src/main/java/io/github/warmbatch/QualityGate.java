package io.github.warmbatch;

import io.github.warmbatch.evaluation.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * When a new checkpoint becomes the champion, and what happens when it does not. The champion and
 * the new checkpoint are compared by one measure on one and the same hold-out.
 *
 * <pre>{@code
 * BatchWorker.builder()
 *     .gate(QualityGate.by(Measure.LOG_LOSS).tolerating(0.002).onRegression(OnRegression.STOP))
 * }</pre>
 *
 * @param measure what is compared
 * @param tolerance by how much a new champion may be worse than the one before, in the measure's
 *     own unit, at each promotion
 * @param onRegression what to do when it is worse than that
 */
public record QualityGate(Measure measure, double tolerance, OnRegression onRegression) {
  /** By average precision, without tolerance, going on after a regression. */
  public static final QualityGate DEFAULT = by(Measure.AVERAGE_PRECISION);

  /** What a run does when the model became worse. */
  public enum OnRegression {
    /** It warns, and takes the next job. */
    CONTINUE,
    /** It warns, and ends before it claims another job. */
    STOP
  }

  /**
   * A gate.
   *
   * @throws IllegalArgumentException when the tolerance is negative or not finite
   */
  public QualityGate {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(onRegression, "onRegression");
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException("tolerance: must be a number from 0 up, not " + tolerance);
    }
  }

  /** A gate by this measure, without tolerance, going on after a regression. */
  public static QualityGate by(Measure measure) {
    return new QualityGate(measure, 0, OnRegression.CONTINUE);
  }

  /** The same gate with another tolerance. */
  public QualityGate tolerating(double other) {
    return new QualityGate(measure, other, onRegression);
  }

  /** The same gate with another answer to a regression. */
  public QualityGate onRegression(OnRegression other) {
    return new QualityGate(measure, tolerance, other);
  }

  /** A figure as messages show it. */
  static String shown(double figure) {
    return Double.isInfinite(figure)
        ? Double.toString(figure)
        : new BigDecimal(figure).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}
