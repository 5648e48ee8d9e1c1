package io.github.warmbatch.dataset;

import java.time.Instant;
import java.util.BitSet;
import java.util.Objects;

/** A column of whole numbers, booleans (0 and 1) or timestamps (nanoseconds since the epoch). */
public final class LongColumn extends Column {
  private static final long NANOS = 1_000_000_000L;

  private final long[] values;
  private final BitSet missing;

  /** A column over this array, which is not copied, with no value missing. */
  public LongColumn(Field field, long[] values) {
    this(field, values, new BitSet());
  }

  /**
   * A column over these, which are not copied.
   *
   * @param missing the rows that have no value
   * @throws IllegalArgumentException when the field's type is text
   */
  public LongColumn(Field field, long[] values, BitSet missing) {
    super(field);
    if (field.type() == ColumnType.TEXT) {
      throw new IllegalArgumentException("A column of whole numbers cannot be " + field);
    }
    this.values = Objects.requireNonNull(values, "values");
    this.missing = Objects.requireNonNull(missing, "missing");
  }

  /** The values, not a copy: do not write. What stands at a missing row means nothing. */
  public long[] values() {
    return values;
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return missing.get(row);
  }

  @Override
  public double number(int row) {
    return missing.get(row) ? Double.NaN : values[row];
  }

  @Override
  public String text(int row) {
    if (missing.get(row)) {
      return "";
    }
    long value = values[row];
    return field().type() == ColumnType.TIMESTAMP ? instant(value) : Long.toString(value);
  }

  /** ISO 8601 text of nanoseconds since the epoch. */
  static String instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
        .toString();
  }

  @Override
  Column retyped(Field other) {
    return new LongColumn(other, values, missing);
  }
}
