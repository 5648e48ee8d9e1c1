package io.github.warmbatch.checkpoint;

/**
 * What a check found about one number.
 *
 * @param number the decision
 * @param status what its state is
 * @param detail what was checked or found, for people
 */
public record Verification(long number, Status status, String detail) {
  /** What a number's state is. */
  public enum Status {
    /** Whole; or a decision that has no state of its own, whose manifest is whole. */
    OK,
    /** Removed by retention; the manifest is whole. */
    PRUNED,
    /** Proven damaged. */
    CORRUPT,
    /** Not part of the surviving chain. */
    ABANDONED
  }
}
