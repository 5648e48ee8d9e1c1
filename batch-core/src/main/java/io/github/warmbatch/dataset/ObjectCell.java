package io.github.warmbatch.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One value of a column of Python's objects.
 *
 * @param type what it is by itself
 * @param value a Long for whole numbers, booleans and timestamps, else a Double or a String
 */
record ObjectCell(ColumnType type, Object value) {
  private static final long NANOS = 1_000_000_000L;
  private static final long NOT_A_TIME = Long.MIN_VALUE;
  private static final int NANOSECONDS = 10;

  /** The cell of a pickle's value, or null where that means a missing one. */
  static @Nullable ObjectCell of(Object value) {
    if (value == PickleNone.NONE || value == PickleGlobal.NOT_AVAILABLE || "".equals(value)) {
      return null;
    }
    if (value instanceof String text) {
      return new ObjectCell(ColumnType.TEXT, text);
    }
    if (value instanceof Long whole) {
      return new ObjectCell(ColumnType.INTEGER, whole);
    }
    if (value instanceof Boolean truth) {
      return new ObjectCell(ColumnType.BOOLEAN, truth ? 1L : 0L);
    }
    return value instanceof Double decimal ? ofDouble(decimal) : ofObject(value);
  }

  long whole() {
    return (Long) value;
  }

  double decimal() {
    return ((Number) value).doubleValue();
  }

  String text() {
    return switch (type) {
      case BOOLEAN -> whole() == 1 ? "true" : "false";
      case TIMESTAMP -> LongColumn.instant(whole());
      case DECIMAL -> DoubleColumn.text(decimal());
      default -> value.toString();
    };
  }

  private static @Nullable ObjectCell ofDouble(double value) {
    return Double.isNaN(value) ? null : new ObjectCell(ColumnType.DECIMAL, value);
  }

  private static @Nullable ObjectCell ofObject(Object value) {
    PickleObject object = Kinds.require(value, PickleObject.class, "a number, text or a time");
    return switch (object.type()) {
      case NOT_A_TIME -> null;
      case TIMESTAMP -> timestamp(object.arguments());
      case DATETIME, DATE -> datetime(object);
      case DECIMAL -> decimal(object.arguments());
      case SCALAR -> scalar(object);
      default ->
          throw new DatasetException(
              "holds %s, which is neither a number nor text nor a time".formatted(object));
    };
  }

  private static @Nullable ObjectCell timestamp(PickleTuple parts) {
    long value = Kinds.require(parts.get(0), Long.class, "a timestamp");
    long unit = NANOSECONDS;
    if (parts.size() > 3) {
      unit = Kinds.require(parts.get(3), Long.class, "the unit of a timestamp");
    }
    if (value == NOT_A_TIME) {
      return null;
    }
    try {
      return time(Math.multiplyExact(value, nanosIn(unit)));
    } catch (ArithmeticException e) {
      throw new DatasetException("a time outside of the years 1678 to 2261", e);
    }
  }

  /** NumPy numbers its units: 7 is a second, 8 a thousandth, 9 a millionth, 10 a nanosecond. */
  private static long nanosIn(long unit) {
    if (unit < 7 || unit > NANOSECONDS) {
      throw new DatasetException("a timestamp in the unknown unit %d".formatted(unit));
    }
    long nanos = 1;
    for (long i = unit; i < NANOSECONDS; i++) {
      nanos *= 1000;
    }
    return nanos;
  }

  /** Year, month, day, hour, minute and second in a byte each (two the year), and microseconds. */
  private static ObjectCell datetime(PickleObject object) {
    PickleTuple parts = object.arguments();
    PickleBytes bytes = PickleBytes.of(parts.get(0));
    boolean dateOnly = object.isOf(PickleGlobal.DATE);
    if (bytes.length() != (dateOnly ? 4 : 10)) {
      throw new DatasetException("a date of %d bytes (damaged?)".formatted(bytes.length()));
    }
    if (parts.size() > 1 && parts.get(1) != PickleNone.NONE) {
      throw new DatasetException(
          "a datetime with a time zone of its own (convert the column by pandas.to_datetime(…, utc=True))");
    }
    ByteBuffer in = bytes.buffer(ByteOrder.BIG_ENDIAN);
    try {
      int year = in.getShort();
      if (year < 1678 || year > 2261) {
        throw new DatasetException("a time outside of the years 1678 to 2261");
      }
      LocalDateTime day = LocalDateTime.of(year, in.get() & 0x7f, in.get(), 0, 0);
      LocalDateTime time = dateOnly ? day : day.withHour(in.get()).withMinute(in.get());
      int second = dateOnly ? 0 : in.get();
      int micros = dateOnly ? 0 : (in.getShort() & 0xffff) << 8 | in.get() & 0xff;
      long nanos = time.withSecond(second).toEpochSecond(ZoneOffset.UTC) * NANOS;
      return time(nanos + micros * 1000L);
    } catch (DateTimeException e) {
      throw new DatasetException("a date that is none (damaged?)", e);
    }
  }

  private static ObjectCell time(long nanos) {
    return new ObjectCell(ColumnType.TIMESTAMP, nanos);
  }

  private static @Nullable ObjectCell decimal(PickleTuple parts) {
    String text = Kinds.require(parts.get(0), String.class, "a decimal");
    byte[] ascii = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (!NumberText.isDecimal(ascii, 0, ascii.length)) {
      throw new DatasetException(
          "a decimal spelt %s (damaged?)".formatted(DatasetException.quoted(text)));
    }
    return ofDouble(NumberText.decimal(ascii, 0, ascii.length));
  }

  private static @Nullable ObjectCell scalar(PickleObject scalar) {
    Column column = NumpyArray.ofScalar(scalar).column("", 0);
    if (column.isMissing(0)) {
      return null;
    }
    return column instanceof LongColumn whole
        ? new ObjectCell(whole.field().type(), whole.values()[0])
        : ofDouble(column.number(0));
  }
}
