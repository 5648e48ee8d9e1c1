package io.github.warmbatch.evaluation;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a scorecard by which models are compared: its name, which way is better, and how it
 * is had. Immutable; safe for use from many threads if its function is.
 *
 * <pre>{@code
 * Measure found = Measure.higherIsBetter("recall at 100", Scorecard::recallAt100);
 * }</pre>
 */
public final class Measure {
  /** How well positive rows are ranked before the others; higher is better. */
  public static final Measure AVERAGE_PRECISION =
      higherIsBetter("average precision", Scorecard::averagePrecision);

  /** The price of the probabilities given; lower is better. */
  public static final Measure LOG_LOSS = lowerIsBetter("log loss", Scorecard::logLoss);

  private final String name;
  private final boolean higherIsBetter;
  private final Function<Scorecard, @Nullable Double> figure;

  private Measure(
      String name, boolean higherIsBetter, Function<Scorecard, @Nullable Double> figure) {
    this.name = Objects.requireNonNull(name, "name");
    this.higherIsBetter = higherIsBetter;
    this.figure = Objects.requireNonNull(figure, "figure");
  }

  /**
   * A measure of which more is better.
   *
   * @param name for people, as in "average precision"
   * @param figure gives null or NaN where the measure is not defined
   */
  public static Measure higherIsBetter(String name, Function<Scorecard, @Nullable Double> figure) {
    return new Measure(name, true, figure);
  }

  /**
   * A measure of which less is better.
   *
   * @param name for people, as in "log loss"
   * @param figure gives null or NaN where the measure is not defined
   */
  public static Measure lowerIsBetter(String name, Function<Scorecard, @Nullable Double> figure) {
    return new Measure(name, false, figure);
  }

  /** The name, for people. */
  public String name() {
    return name;
  }

  /** The figure, or null where it is not defined. */
  public @Nullable Double of(Scorecard card) {
    Double value = figure.apply(card);
    return value == null || value.isNaN() ? null : value;
  }

  /** By how much a value is worse than another; negative where it is better. */
  public double shortfall(double value, double other) {
    return higherIsBetter ? other - value : value - other;
  }

  @Override
  public String toString() {
    return name;
  }
}
