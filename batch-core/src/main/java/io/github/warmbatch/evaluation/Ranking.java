package io.github.warmbatch.evaluation;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows by descending score, the score being the probability of any positive class. Rows of equal
 * score are one step: no measure depends on the order in which they came. Immutable.
 */
final class Ranking {
  private final double[] positives;
  private final double[] negatives;

  /**
   * A ranking of these scores, whose arrays are sorted in place.
   *
   * @param positives the scores of positive rows
   * @param negatives the scores of the others
   */
  private Ranking(double[] positives, double[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
    Arrays.sort(positives);
    Arrays.sort(negatives);
  }

  static Ranking of(Predictions predictions, int[] labels, LabelClasses classes, ModelSpec spec) {
    boolean[] isPositive = new boolean[classes.size()];
    for (int label = 0; label < isPositive.length; label++) {
      isPositive[label] = spec.isPositive(label, classes.names().get(label));
    }
    int found = 0;
    for (int label : labels) {
      found += isPositive[label] ? 1 : 0;
    }
    double[] positives = new double[found];
    double[] negatives = new double[labels.length - found];
    int nextPositive = 0;
    int nextNegative = 0;
    for (int row = 0; row < labels.length; row++) {
      double score = score(predictions, row, isPositive);
      if (isPositive[labels[row]]) {
        positives[nextPositive++] = score;
      } else {
        negatives[nextNegative++] = score;
      }
    }
    return new Ranking(positives, negatives);
  }

  private static double score(Predictions predictions, int row, boolean[] isPositive) {
    double sum = 0;
    for (int label = 0; label < predictions.classes().size(); label++) {
      if (isPositive[label]) {
        sum += predictions.probability(row, label);
      }
    }
    return sum;
  }

  long rows() {
    return (long) positives.length + negatives.length;
  }

  long positives() {
    return positives.length;
  }

  /** The share of positive rows, or null without a row. */
  @Nullable Double baseRate() {
    return rows() == 0 ? null : (double) positives() / rows();
  }

  /**
   * The sum over the steps of the gain in recall times the precision reached there, without
   * interpolation; or null without a positive row.
   */
  @Nullable Double averagePrecision() {
    if (positives() == 0) {
      return null;
    }
    double sum = 0;
    long found = 0;
    long seen = 0;
    for (Steps step = steps(); step.next(); ) {
      found += step.positives();
      seen += step.rows();
      sum += (double) step.positives() / positives() * ((double) found / seen);
    }
    return sum;
  }

  /**
   * The chance that a positive row has a higher score than another one, an equal score counting
   * half; or null unless there are both.
   */
  @Nullable Double rocAuc() {
    if (positives.length == 0 || negatives.length == 0) {
      return null;
    }
    double won = 0;
    for (Steps step = steps(); step.next(); ) {
      won += step.positives() * (step.negativesBelow() + step.negatives() / 2.0);
    }
    return won / positives.length / negatives.length;
  }

  /** The expected share of positives among the first rows, or null without a row. */
  @Nullable Double precisionAt(int first) {
    return rows() == 0 ? null : expectedPositives(first) / Math.min(first, rows());
  }

  /** The expected share of all positives found among the first rows, or null without a positive. */
  @Nullable Double recallAt(int first) {
    return positives() == 0 ? null : expectedPositives(first) / positives();
  }

  /**
   * How many positives the first rows hold on average over all orders of rows of equal score: the
   * step that the limit cuts gives as many as its own share of positives.
   */
  private double expectedPositives(int first) {
    double found = 0;
    long left = first;
    for (Steps step = steps(); left > 0 && step.next(); ) {
      long taken = Math.min(left, step.rows());
      found += (double) step.positives() * taken / step.rows();
      left -= taken;
    }
    return found;
  }

  /** A walk down this ranking. */
  Steps steps() {
    return new Steps(positives, negatives);
  }

  /** How far the scores can be taken for probabilities. */
  Calibration calibration() {
    return new CalibrationCount().of(positives, negatives);
  }
}
