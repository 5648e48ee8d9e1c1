package io.github.warmbatch.evaluation;

import io.github.warmbatch.training.Predictions;
import org.jspecify.annotations.Nullable;

/** The price of the probability that a row's own class was given. */
final class LogLoss {
  private static final double LEAST = 1e-15;

  private LogLoss() {}

  /**
   * The mean over the rows, or null without a row. Summed with Kahan's compensation, since the
   * rounding errors of a million additions would show in the twelfth digit.
   */
  static @Nullable Double of(Predictions predictions, int[] labels) {
    if (labels.length == 0) {
      return null;
    }
    int known = predictions.classes().size();
    double sum = 0;
    double lost = 0;
    for (int row = 0; row < labels.length; row++) {
      double given = labels[row] < known ? predictions.probability(row, labels[row]) : 0;
      double price = -Math.log(Math.min(Math.max(given, LEAST), 1 - LEAST)) - lost;
      double next = sum + price;
      lost = (next - sum) - price;
      sum = next;
    }
    return sum / labels.length;
  }
}
