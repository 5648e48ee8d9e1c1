package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import java.io.DataOutput;
import java.util.List;

/**
 * An instant as the hour of its day and the day of its week, in UTC, each from about −1.7 to 1.7 as
 * though standardised. The instant itself is left out: it only ever rises, and nothing learned from
 * one value of it holds for the next.
 */
record TimestampEncoder() implements ColumnEncoder {
  private static final double DAY = 86_400e9;
  private static final long EPOCH_WEEKDAY = 3; // 1970-01-01 was a Thursday
  private static final double WIDTH = Math.sqrt(12);

  @Override
  public TimestampEncoder having(Column column) {
    return this;
  }

  @Override
  public List<Integer> attributes() {
    return List.of(0, 0);
  }

  @Override
  public ColumnFiller over(Column column) {
    return (row, target, at) -> {
      double days = column.number(row) / DAY;
      double day = Math.floor(days);
      double weekday = (day + EPOCH_WEEKDAY) - 7 * Math.floor((day + EPOCH_WEEKDAY) / 7);
      target[at] = (days - day - 0.5) * WIDTH;
      target[at + 1] = (weekday - 3) / 7 * WIDTH;
      return at + 2;
    };
  }

  @Override
  public void write(DataOutput out) {
    // It remembers nothing.
  }

  @Override
  public TimestampEncoder read(StateInput in) {
    return this;
  }
}
