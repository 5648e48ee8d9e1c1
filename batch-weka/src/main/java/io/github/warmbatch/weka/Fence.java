package io.github.warmbatch.weka;

import java.util.Arrays;

/**
 * How far values may lie before they count as lying there: winsorised, as in Huber, <a
 * href="https://doi.org/10.1214/aoms/1177703732">Robust estimation of a location parameter</a>,
 * 1964, so that a few that are absurd have a bounded say in a mean and a variance.
 *
 * @param low the least value
 * @param high the greatest value
 */
record Fence(double low, double high) {
  private static final double DEVIATIONS = 5;
  private static final double TAIL = 0.01;

  /** Around what is known: five standard deviations on either side. */
  static Fence around(double mean, double deviation) {
    return new Fence(mean - DEVIATIONS * deviation, mean + DEVIATIONS * deviation);
  }

  /**
   * Around these values, of which there is at least one: as far again on either side as all but a
   * hundredth at each end are apart, the least and the greatest being left out where there are
   * three or more. For a normal distribution that is seven standard deviations.
   */
  static Fence around(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length < 3 ? 0 : Math.max(1, (int) (TAIL * sorted.length));
    double low = sorted[cut];
    double high = sorted[sorted.length - 1 - cut];
    return new Fence(low - (high - low), high + (high - low));
  }

  /** The value, or the end that is nearer to it. */
  double within(double value) {
    return Math.min(high, Math.max(low, value));
  }

  /** The values, each within. */
  double[] within(double[] values) {
    return Arrays.stream(values).map(this::within).toArray();
  }

  /** The greatest sum of squared distances that so many values can have. */
  double squares(long count) {
    return count * (high - low) * (high - low) / 4;
  }
}
