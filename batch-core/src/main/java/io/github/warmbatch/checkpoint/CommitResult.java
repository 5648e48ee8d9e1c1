package io.github.warmbatch.checkpoint;

/** How a commit ended. */
public sealed interface CommitResult {

  /**
   * The decision stands, on stable storage.
   *
   * @param manifest as published
   */
  record Committed(Manifest manifest) implements CommitResult {}

  /** Another decision took the number; nothing of the draft remains. */
  record Lost() implements CommitResult {}

  /**
   * It is not known whether the decision stands. Nothing may be deleted and the job not completed;
   * read the lineage again and look for the attempt.
   *
   * @param attempt the id by which the decision would be known
   * @param cause what went wrong
   */
  record Unknown(String attempt, Exception cause) implements CommitResult {}
}
