package io.github.warmbatch.drift;

import io.github.warmbatch.dataset.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts a column's numbers into bins, and takes bins together by pairs whenever there are too
 * many. What comes out does not depend on the order of the rows. For one thread.
 */
final class NumberCounter {
  private static final int SLOTS = 4 * ColumnProfile.MOST_BINS;
  private static final int TO_SLOT = Long.numberOfLeadingZeros(SLOTS - 1);
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final int most;
  private long[] bins = new long[SLOTS];
  private long[] counts = new long[SLOTS];
  private int used;
  private int shift;

  private NumberCounter(int most) {
    this.most = most;
  }

  /** The profile of these rows of a column, of at most so many bins, 2 or more. */
  static NumberProfile count(Column column, int[] rows, int most) {
    NumberCounter counter = new NumberCounter(most);
    long missing = 0;
    for (int row : rows) {
      double value = column.number(row);
      if (Double.isNaN(value)) {
        missing++;
      } else {
        counter.add(NumberProfile.ordered(value) >> counter.shift);
      }
    }
    return counter.profile(missing);
  }

  private void add(long bin) {
    put(bin, 1);
    while (used > most) {
      halve();
    }
  }

  private void put(long bin, long rows) {
    int slot = slotOf(bin);
    if (counts[slot] == 0) {
      bins[slot] = bin;
      used++;
    }
    counts[slot] += rows;
  }

  /** Where a bin is counted, or would be. */
  private int slotOf(long bin) {
    int slot = (int) ((bin * SPREAD) >>> TO_SLOT);
    while (counts[slot] != 0 && bins[slot] != bin) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  private void halve() {
    long[] fine = bins;
    long[] rows = counts;
    bins = new long[SLOTS];
    counts = new long[SLOTS];
    used = 0;
    shift++;
    for (int slot = 0; slot < SLOTS; slot++) {
      if (rows[slot] != 0) {
        put(fine[slot] >> 1, rows[slot]);
      }
    }
  }

  private NumberProfile profile(long missing) {
    long[] ascending = new long[used];
    int next = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      if (counts[slot] != 0) {
        ascending[next++] = bins[slot];
      }
    }
    Arrays.sort(ascending);
    List<Long> found = new ArrayList<>();
    List<Long> rows = new ArrayList<>();
    for (long bin : ascending) {
      found.add(bin);
      rows.add(counts[slotOf(bin)]);
    }
    return new NumberProfile(shift, found, rows, missing);
  }
}
