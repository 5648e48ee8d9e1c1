package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * How a column of numbers becomes codes, decided once from the first batch that has any.
 *
 * @param kind the shape of the scale
 * @param centre what is taken off a number first
 * @param lowest the exponent of two at which logarithmic codes begin
 */
record ColumnScale(Kind kind, double centre, int lowest) {
  private static final int SMALL = 120;
  private static final int OCTAVES = 8;
  private static final int HALF = Bins.COUNT / 2;
  private static final double LARGEST = 1e12;

  /** The shapes. */
  enum Kind {
    /** Whole numbers from 0, a code each: flags, categories, small counts. */
    SMALL_COUNT,
    /** From zero up over several octaves, sixteen codes each: amounts. */
    POSITIVE,
    /** On both sides of the median, eight codes an octave of the distance. */
    CENTRED
  }

  /** A scale for numbers like these; what is not finite is passed over. */
  static ColumnScale fitting(double[] numbers) {
    double[] sorted = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new ColumnScale(Kind.CENTRED, 0, -OCTAVES);
    }
    if (Arrays.stream(sorted).allMatch(v -> v >= 0 && v <= SMALL && v == Math.rint(v))) {
      return new ColumnScale(Kind.SMALL_COUNT, 0, 0);
    }
    double low = quantile(sorted, 0.05);
    double high = quantile(sorted, 0.95);
    boolean spread = sorted[0] >= 0 && high > 4 * low;
    double centre = spread ? 0 : bounded(quantile(sorted, 0.5));
    double reach = Math.max(quantile(sorted, 0.99) - centre, centre - quantile(sorted, 0.01));
    return new ColumnScale(spread ? Kind.POSITIVE : Kind.CENTRED, centre, lowestFor(reach));
  }

  /** The number's code. */
  int code(double number) {
    if (Double.isNaN(number)) {
      return Bins.MISSING;
    }
    return switch (kind) {
      case SMALL_COUNT -> Bins.linear(number + 1);
      case POSITIVE -> Bins.logarithmic(number, 4, lowest);
      case CENTRED -> centred(number - centre);
    };
  }

  /** The distance from the centre, kept small enough to be squared and summed; 0 where missing. */
  double deviation(double number) {
    return Double.isNaN(number) ? 0 : bounded(number - centre);
  }

  private int centred(double distance) {
    int steps = Bins.logarithmic(Math.abs(distance), 3, lowest) - 1;
    return Bins.clamp(HALF + (distance < 0 ? -steps : steps));
  }

  private static double bounded(double value) {
    return Math.min(Math.max(value, -LARGEST), LARGEST);
  }

  /** Two octaves above what is common are left free for what is rare. */
  private static int lowestFor(double reach) {
    double bounded = Math.min(Math.max(reach, 1.0 / LARGEST), LARGEST);
    return Math.getExponent(bounded) + 2 - OCTAVES + 1;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
