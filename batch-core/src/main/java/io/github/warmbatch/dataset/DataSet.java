package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table in memory, column by column. Immutable by contract, as its {@linkplain Column columns}
 * are; safe to read from many threads.
 */
public final class DataSet {
  private final Schema schema;
  private final List<Column> columns;
  private final int rows;

  /**
   * A table of these columns.
   *
   * @param rows how many rows each column has; needed where there is no column
   * @throws IllegalArgumentException when a column has another number of rows, or a name occurs
   *     twice
   */
  public DataSet(int rows, List<? extends Column> columns) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    List<Field> fields = new ArrayList<>(columns.size());
    for (Column column : this.columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "Column '%s' has %d rows where the table has %d"
                .formatted(column.field().name(), column.rows(), rows));
      }
      fields.add(column.field());
    }
    this.schema = Schema.of(fields);
  }

  /**
   * A table of rows that are at hand as objects: a request to score, say. Each row maps each column
   * to its value: a {@link Number}, a {@link Boolean}, text, or a time ({@link java.time.Instant},
   * {@link java.time.OffsetDateTime}, {@link java.time.ZonedDateTime}, or {@link
   * java.time.LocalDateTime}, which is UTC then). Null, NaN and the empty text are missing values.
   *
   * @throws DatasetException when a row has other columns than the first, or a value is of no such
   *     type, or not of that of the rows before; rows are counted from 1
   */
  public static DataSet ofRows(List<? extends Map<String, ?>> rows) {
    return RowTable.of(rows);
  }

  /** The columns' names and types, in order. */
  public Schema schema() {
    return schema;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** The column at a position of the schema. */
  public Column column(int position) {
    return columns.get(position);
  }

  /** The named column. */
  public Optional<Column> column(String name) {
    int position = schema.indexOf(name);
    return position < 0 ? Optional.empty() : Optional.of(columns.get(position));
  }
}
