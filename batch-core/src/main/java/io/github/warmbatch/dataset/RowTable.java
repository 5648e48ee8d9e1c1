package io.github.warmbatch.dataset;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes columns of rows whose values are Java objects. */
final class RowTable {
  private static final long NANOS = 1_000_000_000L;

  private final List<? extends Map<String, ?>> rows;

  private RowTable(List<? extends Map<String, ?>> rows) {
    this.rows = rows;
  }

  static DataSet of(List<? extends Map<String, ?>> rows) {
    return new RowTable(rows).table();
  }

  private DataSet table() {
    if (rows.isEmpty()) {
      return new DataSet(0, List.of());
    }
    Map<String, ?> first = rows.get(0);
    for (int row = 1; row < rows.size(); row++) {
      requireSameColumns(first, rows.get(row), row);
    }
    List<Column> columns = new ArrayList<>(first.size());
    first.keySet().forEach(name -> columns.add(column(name)));
    return new DataSet(rows.size(), columns);
  }

  private static void requireSameColumns(Map<String, ?> first, Map<String, ?> other, int row) {
    if (first.keySet().equals(other.keySet())) {
      return;
    }
    for (String name : first.keySet()) {
      if (!other.containsKey(name)) {
        throw new DatasetException(
            "row %d does not have column %s, which row 1 has (a missing value is null)"
                .formatted(row + 1, DatasetException.quoted(name)));
      }
    }
    throw new DatasetException(
        "row %d has columns that row 1 does not have (a missing value is null)".formatted(row + 1));
  }

  private Column column(String name) {
    ColumnType type = null;
    Object[] values = new Object[rows.size()];
    for (int row = 0; row < values.length; row++) {
      Object value = present(rows.get(row).get(name));
      values[row] = value;
      if (value != null) {
        type = common(name, row, type, typeOf(name, row, value));
      }
    }
    if (type == ColumnType.TEXT) {
      return text(new Field(name, type), values);
    }
    return type == null || type == ColumnType.DECIMAL
        ? decimals(new Field(name, ColumnType.DECIMAL), values)
        : wholes(new Field(name, type), values);
  }

  /** NaN and the empty text are missing values, as they are in files. */
  private static @Nullable Object present(@Nullable Object value) {
    boolean missing =
        (value instanceof Double number && number.isNaN())
            || (value instanceof Float other && other.isNaN())
            || (value instanceof CharSequence text && text.length() == 0);
    return missing ? null : value;
  }

  private static ColumnType typeOf(String name, int row, Object value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || (value instanceof BigInteger large && large.bitLength() < Long.SIZE)) {
      return ColumnType.INTEGER;
    }
    if (value instanceof Number) {
      return ColumnType.DECIMAL;
    }
    if (value instanceof Boolean) {
      return ColumnType.BOOLEAN;
    }
    if (value instanceof CharSequence) {
      return ColumnType.TEXT;
    }
    if (instant(value) != null) {
      return ColumnType.TIMESTAMP;
    }
    throw new DatasetException(
        "row %d, column %s: a value of %s is none that a column can hold (give a number, a boolean, text or an Instant)"
            .formatted(row + 1, DatasetException.quoted(name), value.getClass().getName()));
  }

  private static ColumnType common(
      String name, int row, @Nullable ColumnType before, ColumnType type) {
    ColumnType common = CellText.common(before, type);
    if (common == null || (before != null && common == ColumnType.TEXT && before != type)) {
      throw new DatasetException(
          "row %d, column %s: the value is %s, those before are %s"
              .formatted(row + 1, DatasetException.quoted(name), type, before));
    }
    return common;
  }

  private static Column text(Field field, @Nullable Object[] values) {
    TextDictionary dictionary = new TextDictionary();
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      Object value = values[row];
      codes[row] = dictionary.codeOf(value == null ? "" : value.toString());
    }
    return new TextColumn(field, codes, dictionary.values());
  }

  private static Column decimals(Field field, @Nullable Object[] values) {
    double[] numbers = new double[values.length];
    for (int row = 0; row < numbers.length; row++) {
      Object value = values[row];
      numbers[row] = value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
    return new DoubleColumn(field, numbers);
  }

  private static Column wholes(Field field, @Nullable Object[] values) {
    long[] numbers = new long[values.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < numbers.length; row++) {
      Object value = values[row];
      if (value == null) {
        missing.set(row);
      } else if (value instanceof Number number) {
        numbers[row] = number.longValue();
      } else if (value instanceof Boolean truth) {
        numbers[row] = truth ? 1 : 0;
      } else {
        numbers[row] = nanos(field.name(), row, value);
      }
    }
    return new LongColumn(field, numbers, missing);
  }

  private static long nanos(String name, int row, Object value) {
    Instant instant = instant(value);
    try {
      return instant == null
          ? 0
          : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    } catch (ArithmeticException e) {
      throw new DatasetException(
          "row %d, column %s: %s is not between the years 1678 and 2261"
              .formatted(row + 1, DatasetException.quoted(name), value),
          e);
    }
  }

  private static @Nullable Instant instant(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : null;
  }
}
