package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import java.util.Arrays;

/**
 * The time of each row in minutes since the epoch. A missing time is that of the row before. A time
 * far outside its batch is pulled to the batch's edge, or one bad row would make everything that is
 * known of its entity look ages old.
 */
final class RowTimes {
  private static final int DAY = 24 * 60;
  private static final int EPOCH_WEEKDAY = 3;

  private RowTimes() {}

  /** The times of this column. */
  static int[] of(Column column, TimeUnit unit) {
    int[] minutes = new int[column.rows()];
    int before = firstTime(column, unit);
    for (int row = 0; row < minutes.length; row++) {
      if (!column.isMissing(row)) {
        before = unit.minutes(TimeUnit.value(column, row));
      }
      minutes[row] = before;
    }
    pullIn(minutes);
    return minutes;
  }

  /** Where there is no time, every batch is one day. */
  static int[] ofBatch(int rows, long batch) {
    int[] minutes = new int[rows];
    Arrays.fill(minutes, (int) Math.min(batch, Integer.MAX_VALUE / (4 * DAY)) * DAY);
    return minutes;
  }

  /** The minute of the day, UTC. */
  static int minuteOfDay(int minutes) {
    return Math.floorMod(minutes, DAY);
  }

  /** The day of the week, 0 for Monday, UTC. */
  static int weekday(int minutes) {
    return Math.floorMod(Math.floorDiv(minutes, DAY) + EPOCH_WEEKDAY, 7);
  }

  private static int firstTime(Column column, TimeUnit unit) {
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        return unit.minutes(TimeUnit.value(column, row));
      }
    }
    return 0;
  }

  private static void pullIn(int[] minutes) {
    if (minutes.length == 0) {
      return;
    }
    int[] sorted = minutes.clone();
    Arrays.sort(sorted);
    int low = sorted[sorted.length / 20];
    int high = sorted[sorted.length - 1 - sorted.length / 20];
    int slack = high - low + DAY;
    for (int row = 0; row < minutes.length; row++) {
      minutes[row] = Math.min(Math.max(minutes[row], low - slack), high + slack);
    }
  }
}
