package io.github.warmbatch.weka;

import java.util.List;

/** Fills rows from a table, column by column. Immutable. */
final class RowFiller {
  private final List<ColumnFiller> columns;

  RowFiller(List<ColumnFiller> columns) {
    this.columns = columns;
  }

  /** Overwrites the row with that of the table. */
  void fill(int row, Row target) {
    int at = 0;
    for (ColumnFiller column : columns) {
      at = column.fill(row, target.values(), at);
    }
  }
}
