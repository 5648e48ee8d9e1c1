package io.github.warmbatch.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The interval of average precision: the Poisson bootstrap (Chamandy, Muralidharan, Najmi and
 * Naidu, <i>Estimating uncertainty for massive data streams</i>, Google 2012) with percentiles
 * (Efron and Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993). Every row counts a random
 * number of times, of mean one; since such numbers of many rows add up to one of the same kind,
 * rows between two positive ones are drawn together, and a resample costs no more than the positive
 * rows do. Of many thousand positive rows neighbours are taken together, too.
 *
 * <p>Rows are taken for independent. Where many are of one customer, say, the true interval is
 * wider.
 */
final class Bootstrap {
  private static final int RESAMPLES = 500;
  private static final int MOST_CELLS = 256;
  private static final int FEWEST_POSITIVES = 5;
  private static final double TAIL = 0.025;
  private static final long SEED = 1;

  private final long[] positives;
  private final long[] negatives;
  private final PoissonDraw draw = new PoissonDraw(new SplittableRandom(SEED));

  private Bootstrap(long[] positives, long[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /** The 95 % interval, or null with fewer than five positive rows, which tell too little. */
  static @Nullable Interval of(Ranking ranking) {
    Double exact = ranking.averagePrecision();
    if (exact == null || ranking.positives() < FEWEST_POSITIVES) {
      return null;
    }
    Bootstrap cells = cells(ranking);
    double shift = exact - averagePrecision(cells.positives, cells.negatives);
    double[] all = cells.resamples();
    Arrays.sort(all);
    int tail = (int) (TAIL * RESAMPLES);
    return new Interval(
        within(all[tail] + shift, 0, exact), within(all[RESAMPLES - 1 - tail] + shift, exact, 1));
  }

  /** Steps with a positive row, each with the other rows since the one before. */
  private static Bootstrap cells(Ranking ranking) {
    int most = (int) Math.min(ranking.positives(), MOST_CELLS);
    long[] positives = new long[most];
    long[] negatives = new long[most];
    int used = 0;
    long found = 0;
    for (Steps step = ranking.steps(); step.next(); ) {
      int cell = (int) (found * most / ranking.positives());
      if (cell < most) {
        positives[cell] += step.positives();
        negatives[cell] += step.negatives();
        found += step.positives();
        used = cell + 1;
      }
    }
    return new Bootstrap(Arrays.copyOf(positives, used), Arrays.copyOf(negatives, used));
  }

  private double[] resamples() {
    double[] all = new double[RESAMPLES];
    long[] drawnPositives = new long[positives.length];
    long[] drawnNegatives = new long[negatives.length];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      double value;
      do {
        draw.all(positives, drawnPositives);
        draw.all(negatives, drawnNegatives);
        value = averagePrecision(drawnPositives, drawnNegatives);
      } while (Double.isNaN(value));
      all[resample] = value;
    }
    return all;
  }

  /** NaN without a positive row. */
  private static double averagePrecision(long[] positives, long[] negatives) {
    double sum = 0;
    long found = 0;
    long seen = 0;
    for (int cell = 0; cell < positives.length; cell++) {
      found += positives[cell];
      seen += positives[cell] + negatives[cell];
      sum += seen == 0 ? 0 : (double) positives[cell] * found / seen;
    }
    return sum / found;
  }

  private static double within(double value, double low, double high) {
    return Math.min(Math.max(value, low), high);
  }
}
