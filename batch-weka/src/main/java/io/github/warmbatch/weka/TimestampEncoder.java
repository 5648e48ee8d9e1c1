package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * An instant as the hour of its day, from −1.7 to 1.7 as though standardised, and the day of its
 * week, one of seven, both in UTC. The instant itself is left out: it only ever rises, and nothing
 * learned from one value of it holds for the next.
 *
 * @param coding how the day of the week comes to the classifier
 */
record TimestampEncoder(CategoryCoding coding) implements ColumnEncoder {
  private static final double DAY = 86_400e9;
  private static final int WEEK = 7;
  private static final int EPOCH_WEEKDAY = 3; // 1970-01-01 was a Thursday
  private static final double WIDTH = Math.sqrt(12);

  @Override
  public TimestampEncoder having(Column column) {
    return this;
  }

  @Override
  public List<Integer> attributes() {
    List<Integer> attributes = new ArrayList<>(coding.attributes(WEEK));
    attributes.add(0, 0);
    return attributes;
  }

  @Override
  public ColumnFiller over(Column column) {
    ColumnFiller weekday = coding.filler(WEEK, row -> weekday(column, row));
    return (row, target, at) -> {
      double days = column.number(row) / DAY;
      target[at] = (days - Math.floor(days) - 0.5) * WIDTH;
      return weekday.fill(row, target, at + 1);
    };
  }

  private static int weekday(Column column, int row) {
    return column.isMissing(row)
        ? CategoryCoding.NONE
        : Math.floorMod((long) Math.floor(column.number(row) / DAY) + EPOCH_WEEKDAY, WEEK);
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
