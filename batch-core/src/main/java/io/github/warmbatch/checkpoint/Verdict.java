package io.github.warmbatch.checkpoint;

/**
 * The last decision about a job.
 *
 * @param kind what was decided
 * @param number by which manifest
 */
public record Verdict(Kind kind, long number) {
  /** What was decided. */
  public enum Kind {
    /** It is part of what the model learned. */
    ABSORBED,
    /** It was given up. */
    DEAD,
    /** It was taken back by a rollback and is not to be done again. */
    SKIPPED,
    /** It was taken back and is to be done again. */
    TO_REQUEUE
  }
}
