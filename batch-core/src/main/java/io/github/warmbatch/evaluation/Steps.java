package io.github.warmbatch.evaluation;

/**
 * Goes down a ranking, one distinct score at a time: rows of equal score are one step. Before the
 * first call of {@link #next} all counts are zero.
 */
final class Steps {
  private final double[] positiveScores;
  private final double[] negativeScores;
  private int positivesBelow;
  private int negativesBelow;
  private int positives;
  private int negatives;

  /**
   * A walk.
   *
   * @param positiveScores of the positive rows, ascending
   * @param negativeScores of the others, ascending
   */
  Steps(double[] positiveScores, double[] negativeScores) {
    this.positiveScores = positiveScores;
    this.negativeScores = negativeScores;
    this.positivesBelow = positiveScores.length;
    this.negativesBelow = negativeScores.length;
  }

  /** Goes to the next lower score, if there is one. */
  boolean next() {
    if (positivesBelow == 0 && negativesBelow == 0) {
      return false;
    }
    double score =
        Math.max(top(positiveScores, positivesBelow), top(negativeScores, negativesBelow));
    positives = count(positiveScores, positivesBelow, score);
    negatives = count(negativeScores, negativesBelow, score);
    positivesBelow -= positives;
    negativesBelow -= negatives;
    return true;
  }

  /** Positive rows of this score. */
  int positives() {
    return positives;
  }

  /** Other rows of this score. */
  int negatives() {
    return negatives;
  }

  /** All rows of this score. */
  long rows() {
    return (long) positives + negatives;
  }

  /** Other rows of lower scores. */
  int negativesBelow() {
    return negativesBelow;
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
