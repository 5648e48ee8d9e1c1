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
   * The same values under another name or type. Beyond what the type {@linkplain ColumnType#accepts
   * accepts}, text becomes numbers or instants where every value spells one, whole numbers become
   * text, and a column without any value becomes anything.
   *
   * @throws DatasetException when a value cannot be read that way; the message names the first such
   *     row, counted from 1, and the value
   */
  public final Column as(Field other) {
    return other.type().accepts(field.type()) ? retyped(other) : Conversion.of(this, other);
  }

  /** The same values under another name and a type that accepts this column's. */
  abstract Column retyped(Field other);
}
