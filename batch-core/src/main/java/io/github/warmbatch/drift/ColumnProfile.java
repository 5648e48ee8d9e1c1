package io.github.warmbatch.drift;

import java.util.List;

/**
 * How often which values stand in one column of one data set, in bounded space. Immutable; safe for
 * use from many threads.
 */
public sealed interface ColumnProfile permits NumberProfile, ValueProfile {

  /** How many rows have no value. */
  long missing();

  /** How many rows there are. */
  long rows();

  /** The most rows that a count may tell of: a double holds it, and sums of some stay a long. */
  long MOST_ROWS = 1L << 53;

  /** The most bins or values that one profile may have. */
  int MOST_BINS = 64;

  /**
   * The sum of what the bins and those without a value count.
   *
   * @throws IllegalArgumentException when a bin counts nothing, or one of them too much
   */
  static long sum(List<Long> rows, long... others) {
    if (rows.size() > MOST_BINS) {
      throw new IllegalArgumentException(rows.size() + " bins, more than " + MOST_BINS);
    }
    long sum = 0;
    for (long count : rows) {
      sum += inRange(count, 1);
    }
    for (long count : others) {
      sum += inRange(count, 0);
    }
    return sum;
  }

  private static long inRange(long count, long least) {
    if (count < least || count > MOST_ROWS) {
      throw new IllegalArgumentException("cannot count " + count + " rows");
    }
    return count;
  }
}
