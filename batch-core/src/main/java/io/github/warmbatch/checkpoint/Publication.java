package io.github.warmbatch.checkpoint;

/** How the attempt to give a record a number ended. */
sealed interface Publication {

  /** The number is this record's, on stable storage. */
  record Won() implements Publication {}

  /**
   * The number is another record's.
   *
   * @param winner the other record
   */
  record Taken(byte[] winner) implements Publication {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "Taken";
    }
  }

  /**
   * It cannot be told whose the number is, or whether it stays so.
   *
   * @param cause what went wrong
   */
  record Unknown(Exception cause) implements Publication {}
}
