package io.github.warmbatch.training;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tables that are not quite the sample's. */
final class OtherColumns {
  private OtherColumns() {}

  /** One column renamed, retyped, removed, added, two swapped. */
  static List<DataSet> than(SampleRows rows) {
    List<Column> columns = rows.columns();
    int count = rows.labels.length;
    List<Column> renamed = new ArrayList<>(columns);
    renamed.set(1, columns.get(1).as(new Field("Count", ColumnType.INTEGER)));
    List<Column> retyped = new ArrayList<>(columns);
    retyped.set(1, new LongColumn(new Field("count", ColumnType.TIMESTAMP), rows.count));
    List<Column> swapped = new ArrayList<>(columns);
    Collections.swap(swapped, 0, 1);
    List<Column> added = new ArrayList<>(columns);
    added.add(new LongColumn(new Field("more", ColumnType.INTEGER), rows.count));
    return List.of(
        new DataSet(count, renamed),
        new DataSet(count, retyped),
        new DataSet(count, columns.subList(0, columns.size() - 1)),
        new DataSet(count, added),
        new DataSet(count, swapped));
  }
}
