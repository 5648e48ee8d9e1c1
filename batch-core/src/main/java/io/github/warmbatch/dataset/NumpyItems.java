package io.github.warmbatch.dataset;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** The bytes of an array's numbers, and columns made of them. */
final class NumpyItems {
  /** NumPy's mark for "not a time". */
  private static final long NOT_A_TIME = Long.MIN_VALUE;

  private final NumpyDtype dtype;
  private final ByteBuffer bytes;
  private final int rows;

  NumpyItems(NumpyDtype dtype, PickleBytes bytes, int rows) {
    this.dtype = dtype;
    this.bytes = bytes.buffer(dtype.order());
    this.rows = rows;
  }

  /**
   * A column of every so many items.
   *
   * @param start the first item
   * @param step how many items there are from one row to the next
   */
  Column column(String name, int start, int step) {
    if (dtype.kind() == 'f') {
      return new DoubleColumn(new Field(name, ColumnType.DECIMAL), doubles(start, step));
    }
    long[] values = longs(start, step);
    return switch (dtype.kind()) {
      case 'u' -> unsigned(name, values);
      case 'M', 'm' -> times(name, values);
      default -> new LongColumn(new Field(name, dtype.columnType()), values);
    };
  }

  private long[] longs(int start, int step) {
    long[] values = new long[rows];
    if (dtype.size() == Long.BYTES && step == 1) {
      bytes.asLongBuffer().get(start, values);
      return values;
    }
    for (int row = 0; row < rows; row++) {
      values[row] = whole((start + row * step) * dtype.size());
    }
    return values;
  }

  private double[] doubles(int start, int step) {
    double[] values = new double[rows];
    if (dtype.size() == Double.BYTES && step == 1) {
      bytes.asDoubleBuffer().get(start, values);
      return values;
    }
    for (int row = 0; row < rows; row++) {
      values[row] = decimal((start + row * step) * dtype.size());
    }
    return values;
  }

  private long whole(int offset) {
    boolean signed = dtype.kind() == 'i';
    return switch (dtype.size()) {
      case 1 -> signed ? bytes.get(offset) : bytes.get(offset) & 0xff;
      case 2 -> signed ? bytes.getShort(offset) : bytes.getShort(offset) & 0xffff;
      case 4 -> signed ? bytes.getInt(offset) : bytes.getInt(offset) & 0xffff_ffffL;
      default -> bytes.getLong(offset);
    };
  }

  private double decimal(int offset) {
    return switch (dtype.size()) {
      case 2 -> half(bytes.getShort(offset));
      case 4 -> bytes.getFloat(offset);
      default -> bytes.getDouble(offset);
    };
  }

  /** Numbers beyond 63 bits make the column one of decimals, which round them to 53 bits. */
  private Column unsigned(String name, long[] values) {
    boolean fits = true;
    for (long value : values) {
      fits &= value >= 0;
    }
    if (fits) {
      return new LongColumn(new Field(name, ColumnType.INTEGER), values);
    }
    double[] decimals = new double[rows];
    for (int row = 0; row < rows; row++) {
      long value = values[row];
      decimals[row] = value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }
    return new DoubleColumn(new Field(name, ColumnType.DECIMAL), decimals);
  }

  private Column times(String name, long[] values) {
    BitSet missing = new BitSet();
    long most = Long.MAX_VALUE / dtype.nanos();
    for (int row = 0; row < rows; row++) {
      if (values[row] == NOT_A_TIME) {
        missing.set(row);
      } else if (values[row] > most || values[row] < -most) {
        throw new DatasetException(
            "column '%s' holds a time outside of the years 1678 to 2261 in row %d"
                .formatted(name, row + 1));
      }
      values[row] *= dtype.nanos();
    }
    return new LongColumn(new Field(name, dtype.columnType()), values, missing);
  }

  /** A 16-bit floating-point number of IEEE 754: 1 bit sign, 5 bits exponent, 10 bits fraction. */
  static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      magnitude =
          exponent == 0
              ? Math.scalb((double) fraction, -24)
              : Math.scalb(1024.0 + fraction, exponent - 25);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
