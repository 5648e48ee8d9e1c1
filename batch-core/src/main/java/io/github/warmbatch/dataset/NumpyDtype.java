package io.github.warmbatch.dataset;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/**
 * The type of an array's items.
 *
 * @param kind NumPy's letter: i, u, f, b, O, M (an instant) or m (a duration)
 * @param size of an item in bytes
 * @param order of an item's bytes
 * @param nanos how many nanoseconds one unit of an instant or a duration is; 1 for all others
 */
record NumpyDtype(char kind, int size, ByteOrder order, long nanos) {
  private static final Set<String> KNOWN =
      Set.of(
          "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "b1", "M8", "m8", "O8",
          "O4");
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "D", 86_400_000_000_000L);

  /**
   * The type that a pickle describes.
   *
   * @throws DatasetException when it is none that tables are read from
   */
  static NumpyDtype of(Object value) {
    PickleObject dtype = PickleObject.require(value, PickleGlobal.DTYPE, "the type of an array");
    String name = Kinds.require(dtype.arguments().get(0), String.class, "the name of a type");
    if (!KNOWN.contains(name)) {
      throw new DatasetException(
          "the pickle has an array of NumPy's type %s, which is not read (numbers, booleans, timestamps and text are)"
              .formatted(DatasetException.quoted(name)));
    }
    char kind = name.charAt(0);
    int size = name.charAt(1) - '0';
    boolean dated = kind == 'M' || kind == 'm';
    if (!dtype.hasState() && !dated) {
      return new NumpyDtype(kind, size, ByteOrder.LITTLE_ENDIAN, 1);
    }
    PickleTuple state = dtype.state(PickleTuple.class);
    ByteOrder order = ">".equals(state.get(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NumpyDtype(kind, size, order, dated ? unit(state.last()) : 1);
  }

  /** Whether items are objects of Python's. */
  boolean isObject() {
    return kind == 'O';
  }

  /** What a column of such items is read as. */
  ColumnType columnType() {
    return switch (kind) {
      case 'f' -> ColumnType.DECIMAL;
      case 'b' -> ColumnType.BOOLEAN;
      case 'M' -> ColumnType.TIMESTAMP;
      case 'O' -> ColumnType.TEXT;
      default -> ColumnType.INTEGER;
    };
  }

  private static long unit(Object metadata) {
    PickleTuple outer = Kinds.require(metadata, PickleTuple.class, "the unit of a timestamp");
    PickleTuple unit = Kinds.require(outer.get(1), PickleTuple.class, "the unit of a timestamp");
    Long nanos = UNITS.get(PickleBytes.of(unit.get(0)).ascii());
    if (nanos == null || !Long.valueOf(1).equals(unit.get(1))) {
      throw new DatasetException(
          "the pickle has timestamps in a unit that is not read (ns, us, ms, s, m, h and D are)");
    }
    return nanos;
  }
}
