package io.github.warmbatch.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the score "any positive class" can be taken for a probability: rows in ten bins of equal
 * width by their score, as scikit-learn's {@code calibration_curve} makes them, a score on the edge
 * of two bins belonging to the lower one.
 *
 * @param bins those that hold a row, by ascending score
 */
public record Calibration(List<Bin> bins) {
  /** A calibration, its list copied. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * The expected calibration error: the mean over the rows of how far their bin's mean score is
   * from its share of positive rows (Naeini, Cooper and Hauskrecht, <i>Obtaining well calibrated
   * probabilities using Bayesian binning</i>, AAAI 2015); or null without a row.
   */
  public @Nullable Double expectedError() {
    long rows = bins.stream().mapToLong(Bin::rows).sum();
    return rows == 0
        ? null
        : bins.stream()
                .mapToDouble(bin -> bin.rows() * Math.abs(bin.predicted() - bin.observed()))
                .sum()
            / rows;
  }

  /**
   * Rows of about the same score.
   *
   * @param rows how many, at least one
   * @param positives how many of them are positive
   * @param predicted their mean score
   */
  public record Bin(long rows, long positives, double predicted) {
    /** A bin. */
    public Bin {
      if (positives < 0 || rows < 1 || positives > rows) {
        throw new IllegalArgumentException("%d positives among %d rows".formatted(positives, rows));
      }
    }

    /** The share of positive rows. */
    public double observed() {
      return (double) positives / rows;
    }
  }
}
