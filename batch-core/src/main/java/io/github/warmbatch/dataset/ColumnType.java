package io.github.warmbatch.dataset;

/** What the values of a column mean, and with that how they are stored. */
public enum ColumnType {
  /** Whole numbers, 64 bits. */
  INTEGER(Family.NUMBER),
  /** Floating-point numbers, 64 bits; may be infinite, never NaN except where missing. */
  DECIMAL(Family.NUMBER),
  /** True or false, read as 1 and 0. */
  BOOLEAN(Family.NUMBER),
  /** Instants as nanoseconds since 1970-01-01T00:00:00Z. */
  TIMESTAMP(Family.INSTANT),
  /** Text, or any value that is compared only for equality. */
  TEXT(Family.TEXT);

  private enum Family {
    NUMBER,
    INSTANT,
    TEXT
  }

  private final Family family;

  ColumnType(Family family) {
    this.family = family;
  }

  /**
   * Whether a column of the other type may stand where this one is expected: a whole number where a
   * decimal was, say, since one file's prices may all be round.
   */
  public boolean accepts(ColumnType other) {
    return family == other.family;
  }
}
