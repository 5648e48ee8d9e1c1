package io.github.warmbatch;

import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.queue.Attempts;
import java.time.Duration;

/**
 * A job in the worker's hand, wherever it comes from: claimed from the queue, or owed by the
 * lineage.
 */
interface Assignment {

  JobRef job();

  /** What became of the attempts before this one. */
  Attempts attempts();

  /** Whether the lineage owes this job, so that no lease is needed. */
  boolean isObligation();

  /** Makes sure that nobody else was given this job meanwhile. */
  void requireHeld();

  /**
   * Completes the job.
   *
   * @throws InterruptedException when interrupted before or meanwhile; the job is completed
   */
  void complete() throws InterruptedException;

  void release();

  void fail(String reason, Duration pause) throws InterruptedException;

  void bury(String reason);
}
