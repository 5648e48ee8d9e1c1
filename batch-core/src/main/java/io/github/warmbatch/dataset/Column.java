package io.github.warmbatch.dataset;

import java.util.Objects;

/**
 * The values of one column, in row order. Immutable by contract: arrays handed in are not copied,
 * and arrays handed out are not to be written to. Safe to read from many threads.
 */
public abstract sealed class Column permits LongColumn, DoubleColumn, TextColumn {
  private final Field field;

  Column(Field field) {
    this.field = Objects.requireNonNull(field, "field");
  }

  /** The column's name and type. */
  public final Field field() {
    return field;
  }

  /** How many rows there are. */
  public abstract int rows();

  /** Whether the row has no value. */
  public abstract boolean isMissing(int row);

  /**
   * The row's value as a number: the number itself, 1 or 0 for a boolean, nanoseconds since the
   * epoch for a timestamp, NaN where missing and for text.
   */
  public abstract double number(int row);

  /**
   * The row's value as text, as a person would write it: {@code 3} for the integer 3 and for the
   * decimal 3.0, an ISO-8601 instant for a timestamp, the empty string where missing.
   */
  public abstract String text(int row);

  /**
   * The same values under another name or type.
   *
   * @throws IllegalArgumentException when the type does not {@linkplain ColumnType#accepts accept}
   *     this column's
   */
  public abstract Column as(Field other);

  final void requireAccepts(Field other) {
    if (!other.type().accepts(field.type())) {
      throw new IllegalArgumentException(
          "Column '" + field.name() + "' is " + field.type() + " and cannot be read as " + other);
    }
  }
}
