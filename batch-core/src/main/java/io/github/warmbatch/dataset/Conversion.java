package io.github.warmbatch.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Reads a column's values as those of a type that does not accept them as they are. */
final class Conversion {
  private Conversion() {}

  static Column of(Column column, Field other) {
    if (column instanceof TextColumn text && other.type() != ColumnType.TEXT) {
      if (other.type() == ColumnType.TIMESTAMP) {
        return instants(text, other);
      }
      return isWhole(text) ? wholes(text, other) : numbers(text, other);
    }
    if (column.field().type() == ColumnType.INTEGER && other.type() == ColumnType.TEXT) {
      return text(column, other);
    }
    int first = firstPresent(column);
    if (first < 0) {
      return missing(column.rows(), other);
    }
    throw new DatasetException(
        "column '%s' holds values of type %s and not %s, such as %s in row %d"
            .formatted(
                column.field().name(),
                column.field().type(),
                other.type(),
                DatasetException.quoted(column.text(first)),
                first + 1));
  }

  private static boolean isWhole(TextColumn column) {
    return column.dictionary().stream()
        .map(Conversion::bytes)
        .allMatch(text -> NumberText.isWhole(text, 0, text.length));
  }

  /** Not by way of decimals, which do not hold all numbers of 64 bits. */
  private static Column wholes(TextColumn column, Field other) {
    List<String> dictionary = column.dictionary();
    long[] numbers = new long[dictionary.size()];
    for (int i = 0; i < numbers.length; i++) {
      byte[] text = bytes(dictionary.get(i));
      numbers[i] = NumberText.whole(text, 0, text.length);
    }
    return exact(column, numbers, other);
  }

  private static Column numbers(TextColumn column, Field other) {
    List<String> dictionary = column.dictionary();
    double[] numbers = new double[dictionary.size()];
    boolean[] wrong = new boolean[dictionary.size()];
    for (int i = 0; i < numbers.length; i++) {
      byte[] text = bytes(dictionary.get(i));
      boolean truth = CellText.isTruth(text, 0, text.length);
      if (truth) {
        numbers[i] = CellText.truth(text, 0, text.length);
      } else if (NumberText.isDecimal(text, 0, text.length)) {
        numbers[i] = NumberText.decimal(text, 0, text.length);
      } else {
        wrong[i] = true;
      }
    }
    requireNone(wrong, column, "a number");
    double[] values = new double[column.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = column.isMissing(row) ? Double.NaN : numbers[column.codes()[row]];
    }
    return new DoubleColumn(other, values);
  }

  private static Column instants(TextColumn column, Field other) {
    List<String> dictionary = column.dictionary();
    long[] instants = new long[dictionary.size()];
    boolean[] wrong = new boolean[dictionary.size()];
    for (int i = 0; i < instants.length; i++) {
      byte[] text = bytes(dictionary.get(i));
      instants[i] = TimestampText.nanos(text, 0, text.length);
      wrong[i] = instants[i] == TimestampText.NONE;
    }
    requireNone(wrong, column, "an ISO 8601 timestamp between the years 1678 and 2261");
    return exact(column, instants, other);
  }

  /** A column of the numbers that the values' codes stand for. */
  private static Column exact(TextColumn column, long[] byCode, Field other) {
    long[] values = new long[column.rows()];
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      missing.set(row, column.isMissing(row));
      values[row] = column.isMissing(row) ? 0 : byCode[column.codes()[row]];
    }
    return new LongColumn(other, values, missing);
  }

  private static Column text(Column column, Field other) {
    TextDictionary dictionary = new TextDictionary();
    int[] codes = new int[column.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = dictionary.codeOf(column.text(row));
    }
    return new TextColumn(other, codes, dictionary.values());
  }

  private static Column missing(int rows, Field other) {
    if (other.type() == ColumnType.TEXT) {
      int[] codes = new int[rows];
      Arrays.fill(codes, -1);
      return new TextColumn(other, codes, List.of());
    }
    BitSet missing = new BitSet();
    missing.set(0, rows);
    return new LongColumn(other, new long[rows], missing);
  }

  private static void requireNone(boolean[] wrong, TextColumn column, String wanted) {
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row) && wrong[column.codes()[row]]) {
        throw new DatasetException(
            "column '%s' holds %s in row %d, which is not %s"
                .formatted(
                    column.field().name(),
                    DatasetException.quoted(column.text(row)),
                    row + 1,
                    wanted));
      }
    }
  }

  private static int firstPresent(Column column) {
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        return row;
      }
    }
    return -1;
  }

  private static byte[] bytes(String text) {
    return text.strip().getBytes(StandardCharsets.UTF_8);
  }
}
