package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import java.util.Arrays;

/**
 * Notices columns that only count on: all values of a batch are above all of the batch before, as
 * in a row's number or a day's. What was learned about such values never comes back, so they are
 * kept from the models; a column that once went back is never suspected again. For one thread.
 */
final class RisingColumns {
  private static final int ENOUGH = 20;
  private final int[] positions;
  private final double[] highest;
  private final Trend[] trends;

  /** What is known of a column. */
  enum Trend {
    /** One batch, in no order. */
    UNKNOWN,
    /** Every batch, or the rows of the only one, above what was before. */
    RISING,
    /** It went back. */
    FREE
  }

  /** Watches the columns at these positions. */
  RisingColumns(int[] positions, double[] highest, Trend[] trends) {
    this.positions = positions;
    this.highest = highest;
    this.trends = trends;
  }

  /** Watches columns of which nothing is known. */
  static RisingColumns watching(int[] positions) {
    double[] highest = new double[positions.length];
    Trend[] trends = new Trend[positions.length];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    Arrays.fill(trends, Trend.UNKNOWN);
    return new RisingColumns(positions, highest, trends);
  }

  /** Whether the rows of a column are in ascending order, and not all the same. */
  static boolean ascends(Column column) {
    int rows = column.rows();
    for (int row = 1; row < rows; row++) {
      if (!(column.number(row) >= column.number(row - 1))) {
        return false;
      }
    }
    return rows >= ENOUGH && column.number(rows - 1) > column.number(0);
  }

  /** Looks at the next batch. */
  void observe(DataSet data) {
    for (int i = 0; i < positions.length; i++) {
      if (trends[i] != Trend.FREE && data.rows() > 0) {
        observe(i, data.column(positions[i]));
      }
    }
  }

  /** Whether the watched column only counts on, as far as one knows. */
  boolean isRising(int watched) {
    return trends[watched] == Trend.RISING;
  }

  int size() {
    return positions.length;
  }

  Trend trend(int watched) {
    return trends[watched];
  }

  double highest(int watched) {
    return highest[watched];
  }

  private void observe(int i, Column column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < column.rows(); row++) {
      double value = column.number(row);
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    boolean first = highest[i] == Double.NEGATIVE_INFINITY;
    if (first) {
      trends[i] = ascends(column) ? Trend.RISING : Trend.UNKNOWN;
    } else {
      trends[i] = low > highest[i] ? Trend.RISING : Trend.FREE;
    }
    highest[i] = Math.max(highest[i], high);
  }
}
