package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import java.io.DataOutput;
import java.util.List;

/** A boolean as 1 or 0; any number but 0 counts as true. */
record FlagEncoder() implements ColumnEncoder {

  @Override
  public FlagEncoder having(Column column) {
    return this;
  }

  @Override
  public List<Integer> attributes() {
    return List.of(2);
  }

  @Override
  public ColumnFiller over(Column column) {
    return (row, target, at) -> {
      double value = column.number(row);
      target[at] = Double.isNaN(value) ? value : value == 0 ? 0 : 1;
      return at + 1;
    };
  }

  @Override
  public void write(DataOutput out) {
    // It remembers nothing.
  }

  @Override
  public FlagEncoder read(StateInput in) {
    return this;
  }
}
