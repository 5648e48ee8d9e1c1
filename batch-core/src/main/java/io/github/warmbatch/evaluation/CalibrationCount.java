package io.github.warmbatch.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Counts the rows of each calibration bin. Used once. */
final class CalibrationCount {
  private static final int BINS = 10;

  private final long[] rows = new long[BINS];
  private final long[] positives = new long[BINS];
  private final double[] sums = new double[BINS];

  /** The calibration of these scores; sorted, so that the order of the file changes no sum. */
  Calibration of(double[] positiveScores, double[] negativeScores) {
    for (double score : positiveScores) {
      positives[add(score)]++;
    }
    for (double score : negativeScores) {
      add(score);
    }
    List<Calibration.Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (rows[bin] > 0) {
        bins.add(new Calibration.Bin(rows[bin], positives[bin], sums[bin] / rows[bin]));
      }
    }
    return new Calibration(bins);
  }

  private int add(double score) {
    int bin = bin(score);
    rows[bin]++;
    sums[bin] += score;
    return bin;
  }

  private static int bin(double score) {
    int bin = (int) Math.min(Math.max(score * BINS, 0), BINS - 1);
    if (bin > 0 && score <= edge(bin)) {
      return bin - 1;
    }
    return bin < BINS - 1 && score > edge(bin + 1) ? bin + 1 : bin;
  }

  private static double edge(int bin) {
    return bin * 0.1;
  }
}
