package io.github.warmbatch.dataset;

import java.util.Objects;

/** A column of floating-point numbers; NaN is a missing value. */
public final class DoubleColumn extends Column {
  private final double[] values;

  /**
   * A column over this array, which is not copied.
   *
   * @throws IllegalArgumentException when the field's type is not a number
   */
  public DoubleColumn(Field field, double[] values) {
    super(field);
    if (!field.type().accepts(ColumnType.DECIMAL)) {
      throw new IllegalArgumentException("A column of decimals cannot be " + field);
    }
    this.values = Objects.requireNonNull(values, "values");
  }

  /** The values, not a copy: do not write. */
  public double[] values() {
    return values;
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public double number(int row) {
    return values[row];
  }

  @Override
  public String text(int row) {
    return text(values[row]);
  }

  /** As {@link #text(int)} has it. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    long whole = (long) value;
    return whole == value && Math.abs(whole) < (1L << 53)
        ? Long.toString(whole)
        : Double.toString(value);
  }

  @Override
  Column retyped(Field other) {
    return new DoubleColumn(other, values);
  }
}
