package io.github.warmbatch.checkpoint;

/** How the attempt to give a record a number ended. */
sealed interface Publication {

  /** The number is this record's, on stable storage. */
  record Won() implements Publication {}

  /** The number is another record's. */
  final class Taken implements Publication {
    private final byte[] winner;

    Taken(byte[] winner) {
      this.winner = winner;
    }

    /** The other record, not to be changed. */
    byte[] winner() {
      return winner;
    }
  }

  /**
   * It cannot be told whose the number is, or whether it stays so.
   *
   * @param cause what went wrong
   */
  record Unknown(Exception cause) implements Publication {}
}
