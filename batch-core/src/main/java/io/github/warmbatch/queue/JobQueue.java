package io.github.warmbatch.queue;

import java.time.Duration;
import java.util.List;

/**
 * One worker's connection to an ordered queue of jobs with time-limited leases. Deliveries are at
 * least once.
 *
 * <ul>
 *   <li>A job keeps its place until it is completed or dead-lettered. One that was begun comes
 *       before all that were not, so a job that is delivered again is the next, never the last, and
 *       an entry pushed in front of it has to wait.
 *   <li>At most as many jobs are in flight as the queue allows, one by default. With one, a job
 *       that backs off after a failure holds up all others: their order is kept. With more, others
 *       may overtake it.
 *   <li>Leases run by the queue's own clock. Once one has run out, or its job was given to another
 *       worker, the old lease's holder can change nothing.
 *   <li>A queue is <em>drained</em> when it has no entry; a leased job is an entry.
 *   <li>A connection has a worker's identity. A younger connection of the same identity supersedes
 *       the older one with its first claim at the latest, and gets what the older one held at once,
 *       under a new lease; all others wait until the old lease has run out.
 * </ul>
 *
 * <p>Safe for use from many threads. After {@link #close} every other method, and every method of
 * its leases that would reach the queue, throws {@link IllegalStateException}.
 */
public interface JobQueue extends AutoCloseable {

  /** The queue's name, for people. */
  String name();

  /**
   * Appends entries at the tail, in order. See {@link Order} for what is claimed first.
   *
   * @throws QueueException when the queue cannot be reached or refuses; then none, some or all may
   *     have been added
   */
  void submit(List<Payload> entries);

  /**
   * Lays a lease on the next job.
   *
   * @param timeout how long to wait for one, at most; zero asks once
   * @return a lease; or how long to wait because the next job is leased or backing off; or that the
   *     queue is drained. The last two only after the timeout has passed without a job.
   * @throws QueueException when the queue cannot be reached
   * @throws SupersededException when another process has taken over this worker's identity
   * @throws InterruptedException when the thread is interrupted before or while it waits; no lease
   *     is held
   */
  Claim claim(Duration timeout) throws InterruptedException;

  /**
   * Completes a job and asks once for the next: {@link Lease#complete} followed by {@link #claim}
   * without waiting, in one step where the queue can.
   *
   * <p>May be repeated, as its two parts may: a job is completed once, and a lease that was granted
   * to an answer that got lost is found by the next call of either kind, where the queue finds it
   * for a claim. A job completed before is none to complete; then this is a claim.
   *
   * @param lease one that this connection granted
   * @return as {@link #claim} without waiting; in any case the job is completed
   * @throws LeaseLostException when the lease is no longer this worker's, or ended otherwise;
   *     nothing is changed and nothing claimed
   * @throws SupersededException when a younger process has taken over the worker's identity;
   *     nothing is changed and nothing claimed
   * @throws QueueException when the queue cannot be reached; the job may be completed or not, and
   *     the next one claimed or not
   * @throws InterruptedException when the thread is interrupted before or meanwhile; the job is
   *     completed and no lease is held
   */
  default Claim completeAndClaim(Lease lease) throws InterruptedException {
    lease.complete();
    return claim(Duration.ZERO);
  }

  /** Figures of the moment. */
  QueueStats stats();

  /** The jobs given up. */
  DeadLetters deadLetters();

  /**
   * Gives up the connection; leases held run out by themselves, and a claim that waits ends with an
   * {@link IllegalStateException}. Closing twice does nothing.
   */
  @Override
  void close();
}
