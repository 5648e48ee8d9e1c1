package io.github.warmbatch.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/** Times as pandas and Python's {@code datetime} write them, as nanoseconds since the epoch. */
final class PickledTime {
  /** What pandas writes for "not a time". */
  static final long NOT_A_TIME = Long.MIN_VALUE;

  private static final long NANOS_A_DAY = 86_400_000_000_000L;
  private static final int DATE_BYTES = 4;
  private static final int DATETIME_BYTES = 10;

  /** NumPy numbers its units: 7 is a second, 8 a thousandth, 9 a millionth, 10 a nanosecond. */
  private static final int SECOND = 7;

  private static final int NANOSECOND = 10;

  private PickledTime() {}

  /** A timestamp of pandas: a count, and where it is not nanoseconds the number of its unit. */
  static long ofPandas(PickleTuple parts) {
    long count = Kinds.require(parts.get(0), Long.class, "a timestamp");
    if (count == NOT_A_TIME || parts.size() < 4) {
      return count;
    }
    long unit = Kinds.require(parts.get(3), Long.class, "the unit of a timestamp");
    if (unit < SECOND || unit > NANOSECOND) {
      throw new DatasetException("a timestamp in the unknown unit %d".formatted(unit));
    }
    try {
      long nanos = count;
      for (long i = unit; i < NANOSECOND; i++) {
        nanos = Math.multiplyExact(nanos, 1000L);
      }
      return nanos;
    } catch (ArithmeticException e) {
      throw new DatasetException("a time outside of the years 1678 to 2261", e);
    }
  }

  /** A date: year (two bytes), month and day. */
  static long ofDate(PickleTuple parts) {
    return day(buffer(parts, DATE_BYTES)) * NANOS_A_DAY;
  }

  /** A date and time: a date, then hour, minute, second, and microseconds in three bytes. */
  static long ofDatetime(PickleTuple parts) {
    if (parts.size() > 1 && parts.get(1) != PickleNone.NONE) {
      throw new DatasetException(
          "a datetime with a time zone of its own (convert the column: pandas.to_datetime(…, utc=True))");
    }
    ByteBuffer in = buffer(parts, DATETIME_BYTES);
    long day = day(in);
    try {
      LocalTime time = LocalTime.of(in.get(), in.get(), in.get());
      int micros = ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
      return day * NANOS_A_DAY + time.toNanoOfDay() + micros * 1000L;
    } catch (DateTimeException e) {
      throw new DatasetException("a time of day that is none (damaged?)", e);
    }
  }

  private static ByteBuffer buffer(PickleTuple parts, int length) {
    PickleBytes bytes = PickleBytes.of(parts.get(0));
    if (bytes.length() != length) {
      throw new DatasetException("a date of %d bytes (damaged?)".formatted(bytes.length()));
    }
    return bytes.buffer(ByteOrder.BIG_ENDIAN);
  }

  private static long day(ByteBuffer in) {
    int year = in.getShort();
    if (year < 1678 || year > 2261) {
      throw new DatasetException(
          "a time in the year %d, outside of 1678 to 2261 (empty it, or make it text)"
              .formatted(year));
    }
    try {
      return LocalDate.of(year, in.get() & 0x7f, in.get()).toEpochDay();
    } catch (DateTimeException e) {
      throw new DatasetException("a date that is none (damaged?)", e);
    }
  }
}
