package io.github.warmbatch.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Takes the cells of one column whose type is known, row by row, and makes the column of them. */
abstract sealed class CsvColumn {

  /** For a column of a type and a number of rows, all of them missing so far. */
  static CsvColumn of(ColumnType type, int rows) {
    if (type == ColumnType.DECIMAL) {
      return new Decimals(rows);
    }
    return type == ColumnType.TEXT ? new Texts(rows) : new Longs(type, rows);
  }

  /** Takes a row's cell, whose spelling is one of the column's type. */
  abstract void set(int row, byte[] text, int from, int to);

  /** The column, under a name. */
  abstract Column build(String name);

  private static final class Longs extends CsvColumn {
    private final ColumnType type;
    private final long[] values;
    private final BitSet missing = new BitSet();

    Longs(ColumnType type, int rows) {
      this.type = type;
      this.values = new long[rows];
    }

    @Override
    void set(int row, byte[] text, int from, int to) {
      if (from >= to) {
        missing.set(row);
      } else if (type == ColumnType.INTEGER) {
        values[row] = NumberText.whole(text, from, to);
      } else {
        values[row] =
            type == ColumnType.BOOLEAN
                ? CellText.truth(text, from, to)
                : TimestampText.nanos(text, from, to);
      }
    }

    @Override
    Column build(String name) {
      return new LongColumn(new Field(name, type), values, missing);
    }
  }

  private static final class Decimals extends CsvColumn {
    private final double[] values;

    Decimals(int rows) {
      this.values = new double[rows];
    }

    @Override
    void set(int row, byte[] text, int from, int to) {
      values[row] = from >= to ? Double.NaN : NumberText.decimal(text, from, to);
    }

    @Override
    Column build(String name) {
      return new DoubleColumn(new Field(name, ColumnType.DECIMAL), values);
    }
  }

  private static final class Texts extends CsvColumn {
    private final int[] codes;
    private final TextDictionary dictionary = new TextDictionary();

    Texts(int rows) {
      this.codes = new int[rows];
      Arrays.fill(codes, -1);
    }

    @Override
    void set(int row, byte[] text, int from, int to) {
      codes[row] = dictionary.codeOf(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    Column build(String name) {
      return new TextColumn(new Field(name, ColumnType.TEXT), codes, dictionary.values());
    }
  }
}
