package io.github.warmbatch.queue;

import java.util.List;

/** The jobs that were given up, oldest first. Safe for use from many threads. */
public interface DeadLetters {

  /**
   * At most this many, the oldest first.
   *
   * @throws IllegalArgumentException when the limit is below one
   */
  List<DeadLetter> list(int limit);

  /**
   * Pushes a dead letter's payload as a new entry and takes it from the dead letters.
   *
   * @param jobId the id of the job that was given up; the new entry gets another
   * @return whether there was such a dead letter
   */
  boolean requeue(String jobId, Position position);

  /**
   * Forgets a dead letter.
   *
   * @return whether there was such a dead letter
   */
  boolean drop(String jobId);

  /** Where a requeued entry goes. */
  enum Position {
    /** The next to be claimed, after those begun. */
    FRONT,
    /** The last to be claimed of those that are there now. */
    BACK
  }
}
