package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.LongColumn;

/**
 * What whole numbers since 1970-01-01T00:00:00Z may count, told apart by their size: a column is
 * taken for a time when all its values lie between the years 1990 and 2100 in one of these.
 */
enum TimeUnit {
  SECONDS(60L),
  MILLISECONDS(60L * 1_000),
  MICROSECONDS(60L * 1_000_000),
  NANOSECONDS(60L * 1_000_000_000);

  private static final long YEAR_1990 = 10_519_200;
  private static final long YEAR_2100 = 68_374_080;
  private final long perMinute;

  TimeUnit(long perMinute) {
    this.perMinute = perMinute;
  }

  /** Whole minutes since the epoch, as near as an int comes to them. */
  int minutes(long value) {
    long minutes = Math.floorDiv(value, perMinute);
    return (int) Math.min(Math.max(minutes, Integer.MIN_VALUE / 4), Integer.MAX_VALUE / 4);
  }

  /** Whether the column has values and all of them are times of our days in this unit. */
  boolean fits(Column column) {
    boolean any = false;
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        long minutes = Math.floorDiv(value(column, row), perMinute);
        if (minutes < YEAR_1990 || minutes >= YEAR_2100) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The row's value as a whole number, all of its digits kept where it is one. */
  static long value(Column column, int row) {
    return column instanceof LongColumn whole ? whole.values()[row] : (long) column.number(row);
  }
}
