package io.github.warmbatch.queue;

import java.time.Duration;

/**
 * A worker's time-limited claim on a job. Ends by {@link #complete}, {@link #release}, {@link
 * #fail} or {@link #bury}, or by itself. Calling the same ending twice has the effect of calling it
 * once, so that a call whose answer was lost may be repeated. Safe for use from many threads.
 *
 * <p>Every method but the first three throws {@link LeaseLostException} when the lease is no longer
 * this worker's, and then has changed nothing; and {@link QueueException} when the queue cannot be
 * reached, after which the call may or may not have taken effect.
 */
public interface Lease {

  /** The job as it was at the claim. */
  Job job();

  /** A number greater than that of every earlier lease of the queue. */
  long fencingToken();

  /**
   * What is left of the lease, by the local monotonic clock counted from before the request was
   * sent, so never more than the queue grants. Zero or negative once it is over.
   */
  Duration remaining();

  /** Extends the lease to its full length from now. */
  void renew();

  /** Takes the job out of the queue: it is done. */
  void complete();

  /** Gives the job back untouched, for anyone to claim at once. */
  void release();

  /**
   * Gives the job back after a failure.
   *
   * @param reason for people; long ones are cut
   * @param backoff how long nobody is to claim it
   */
  void fail(String reason, Duration backoff);

  /**
   * Moves the job to the dead letters.
   *
   * @param reason for people; long ones are cut
   */
  void bury(String reason);
}
