package io.github.warmbatch.runner.simulate;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Counts the transactions of the days before a day, each day once. Safe for use from many threads.
 */
final class Numbering {
  private final IntFunction<Transactions> days;
  private int[] counts = new int[0];

  Numbering(IntFunction<Transactions> days) {
    this.days = days;
  }

  /** How many transactions there are on all days before this one. */
  synchronized long firstId(int day) {
    long before = 0;
    for (int earlier = 0; earlier < day; earlier++) {
      if (earlier >= counts.length || counts[earlier] < 0) {
        note(earlier, days.apply(earlier).size());
      }
      before += counts[earlier];
    }
    return before;
  }

  /** Remembers how many transactions a day has. */
  synchronized void note(int day, int count) {
    if (day >= counts.length) {
      int known = counts.length;
      counts = Arrays.copyOf(counts, Math.max(day + 1, 2 * known));
      Arrays.fill(counts, known, counts.length, -1);
    }
    counts[day] = count;
  }
}
