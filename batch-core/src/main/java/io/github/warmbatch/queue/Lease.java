package io.github.warmbatch.queue;

import java.time.Duration;

/**
 * A worker's time-limited claim on a job. Ends by {@link #complete}, {@link #release}, {@link
 * #fail} or {@link #bury}, or by itself. Safe for use from many threads.
 *
 * <p>Repeating the ending that took effect does nothing and throws nothing, whatever became of the
 * job since, so that a call whose answer was lost may be repeated. Any other call after an ending
 * throws {@link LeaseLostException}.
 *
 * <p>Every method but the first three throws
 *
 * <ul>
 *   <li>{@link LeaseLostException} when the lease is no longer this worker's, and then has changed
 *       nothing: it ran out, even if nobody took the job since;
 *   <li>{@link SupersededException} when a younger process has taken over the worker's identity,
 *       and then has changed nothing;
 *   <li>{@link QueueException} when the queue cannot be reached, after which the call may or may
 *       not have taken effect;
 *   <li>{@link IllegalStateException} when the connection was closed.
 * </ul>
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

  /**
   * Takes the job out of the queue: it is done. Whoever wants another job then, see {@link
   * JobQueue#completeAndClaim}.
   */
  void complete();

  /** Gives the job back untouched, for anyone to claim at once. */
  void release();

  /**
   * Gives the job back after a failure.
   *
   * @param reason for people, and kept for the dead letter; cut to {@link DeadLetter#REASON_LIMIT}
   *     characters
   * @param backoff how long nobody is to claim it; zero or less for not at all
   */
  void fail(String reason, Duration backoff);

  /**
   * Moves the job to the dead letters. The delivery counts as a failure, so that of a dead letter
   * every delivery is counted.
   *
   * @param reason for people; cut to {@link DeadLetter#REASON_LIMIT} characters
   */
  void bury(String reason);
}
