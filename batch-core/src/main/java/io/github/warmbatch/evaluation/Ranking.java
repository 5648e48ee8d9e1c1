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
    for (Step step = new Step(); step.next(); ) {
      found += step.positives;
      seen += step.rows();
      sum += (double) step.positives / positives() * ((double) found / seen);
    }
    return sum;
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
    for (Step step = new Step(); left > 0 && step.next(); ) {
      long taken = Math.min(left, step.rows());
      found += (double) step.positives * taken / step.rows();
      left -= taken;
    }
    return found;
  }

  /** Goes down the ranking, one distinct score at a time. */
  private final class Step {
    private int positivesBelow = Ranking.this.positives.length;
    private int negativesBelow = Ranking.this.negatives.length;
    private int positives;
    private int negatives;

    boolean next() {
      if (positivesBelow == 0 && negativesBelow == 0) {
        return false;
      }
      double score =
          Math.max(
              top(Ranking.this.positives, positivesBelow),
              top(Ranking.this.negatives, negativesBelow));
      positives = count(Ranking.this.positives, positivesBelow, score);
      negatives = count(Ranking.this.negatives, negativesBelow, score);
      positivesBelow -= positives;
      negativesBelow -= negatives;
      return true;
    }

    long rows() {
      return (long) positives + negatives;
    }

    private static double top(double[] scores, int below) {
      return below == 0 ? Double.NEGATIVE_INFINITY : scores[below - 1];
    }

    private static int count(double[] scores, int below, double score) {
      int at = below;
      while (at > 0 && scores[at - 1] == score) {
        at--;
      }
      return below - at;
    }
  }
}
