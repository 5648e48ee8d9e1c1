package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a DataFrame's columns together from the blocks that pandas keeps them in. Its row index is
 * passed over.
 */
final class PandasFrame {
  private final List<String> names;
  private final @Nullable Column[] columns;
  private final long mostCells;
  private long cells;
  private int rows = -1;

  private PandasFrame(List<String> names, long mostCells) {
    this.names = names;
    this.columns = new Column[names.size()];
    this.mostCells = mostCells;
  }

  /**
   * The table that a pickle holds.
   *
   * @param mostCells how many cells there can be: one takes a byte of the pickle at the least
   * @throws DatasetException when it holds none
   */
  static DataSet read(Object pickled, long mostCells) {
    PickleDict frame =
        PickleObject.require(pickled, PickleGlobal.DATA_FRAME, "a DataFrame")
            .state(PickleDict.class);
    Object manager = frame.find("_mgr");
    PandasBlocks blocks = PandasBlocks.of(manager == null ? frame.get("_data") : manager);
    PandasFrame table = new PandasFrame(PandasNames.of(blocks.columnAxis()), mostCells);
    for (int i = 0; i < blocks.size(); i++) {
      table.add(PandasValues.of(blocks.values(i)), blocks.placement(i));
    }
    return table.build();
  }

  private void add(PandasValues values, Object placement) {
    if (rows >= 0 && rows != values.rows()) {
      throw new DatasetException(
          "the pickle has columns of %d and of %d rows (damaged?)".formatted(rows, values.rows()));
    }
    rows = values.rows();
    cells += (long) values.columns() * rows;
    if (values.columns() > columns.length || cells > mostCells) {
      throw new DatasetException("the pickle has more cells than it holds bytes for (damaged?)");
    }
    long[] positions = PandasPlacement.of(placement, values.columns());
    for (int i = 0; i < positions.length; i++) {
      int position = free(positions[i]);
      columns[position] = values.column(names.get(position), i);
    }
  }

  private int free(long position) {
    if (position < 0 || position >= columns.length || columns[(int) position] != null) {
      throw new DatasetException(
          "the pickle puts values at column %d, which is taken or not there (damaged?)"
              .formatted(position));
    }
    return (int) position;
  }

  private DataSet build() {
    List<Column> all = new ArrayList<>(columns.length);
    for (int i = 0; i < columns.length; i++) {
      Column column = columns[i];
      if (column == null) {
        throw new DatasetException(
            "the pickle has no values for column %s (damaged?)"
                .formatted(DatasetException.quoted(names.get(i))));
      }
      all.add(column);
    }
    return new DataSet(Math.max(rows, 0), all);
  }
}
