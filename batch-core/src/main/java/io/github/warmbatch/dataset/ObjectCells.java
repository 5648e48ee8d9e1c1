package io.github.warmbatch.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of Python's objects: numbers alone make a column of numbers, timestamps alone one of
 * timestamps, everything else one of text.
 */
final class ObjectCells {
  private static final Set<ColumnType> NUMBERS =
      EnumSet.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.BOOLEAN);

  private final String name;
  private final @Nullable ObjectCell[] cells;

  private ObjectCells(String name, PickleList list, int start, int rows) {
    this.name = name;
    this.cells = new ObjectCell[rows];
    for (int row = 0; row < rows; row++) {
      cells[row] = cell(list.get(start + row), row);
    }
  }

  /** A column of consecutive items of a list. */
  static Column column(String name, PickleList list, int start, int rows) {
    if (!list.isWhole()) {
      return new ObjectCells(name, list, start, rows).column();
    }
    long[] values = new long[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = list.number(start + row);
    }
    return new LongColumn(new Field(name, ColumnType.INTEGER), values);
  }

  private @Nullable ObjectCell cell(Object value, int row) {
    try {
      return ObjectCell.of(value);
    } catch (DatasetException e) {
      throw new DatasetException(
          "column '%s', row %d: %s".formatted(name, row + 1, e.getMessage()), e);
    }
  }

  private Column column() {
    Field field = new Field(name, type());
    return switch (field.type()) {
      case DECIMAL -> decimals(field);
      case TEXT -> texts(field);
      default -> wholes(field);
    };
  }

  private ColumnType type() {
    Set<ColumnType> met = EnumSet.noneOf(ColumnType.class);
    for (ObjectCell cell : cells) {
      if (cell != null) {
        met.add(cell.type());
      }
    }
    if (met.isEmpty()) {
      return ColumnType.DECIMAL;
    }
    if (met.size() == 1) {
      return met.iterator().next();
    }
    if (!NUMBERS.containsAll(met)) {
      return ColumnType.TEXT;
    }
    return met.contains(ColumnType.DECIMAL) ? ColumnType.DECIMAL : ColumnType.INTEGER;
  }

  private Column wholes(Field field) {
    long[] values = new long[cells.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      ObjectCell cell = cells[row];
      missing.set(row, cell == null);
      values[row] = cell == null ? 0 : cell.whole();
    }
    return new LongColumn(field, values, missing);
  }

  private Column decimals(Field field) {
    double[] values = new double[cells.length];
    for (int row = 0; row < values.length; row++) {
      ObjectCell cell = cells[row];
      values[row] = cell == null ? Double.NaN : cell.decimal();
    }
    return new DoubleColumn(field, values);
  }

  private Column texts(Field field) {
    TextDictionary dictionary = new TextDictionary();
    int[] codes = new int[cells.length];
    Arrays.fill(codes, -1);
    for (int row = 0; row < codes.length; row++) {
      ObjectCell cell = cells[row];
      if (cell != null) {
        codes[row] = dictionary.codeOf(cell.text());
      }
    }
    return new TextColumn(field, codes, dictionary.values());
  }
}
