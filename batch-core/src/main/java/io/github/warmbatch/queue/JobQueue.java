package io.github.warmbatch.queue;

import java.time.Duration;
import java.util.List;

/**
 * An ordered queue of jobs with time-limited leases. Deliveries are at least once.
 *
 * <ul>
 *   <li>A job keeps its place until it is completed or dead-lettered, so one that is delivered
 *       again is the next, never the last.
 *   <li>At most as many leases are in flight as the queue allows, one by default.
 *   <li>Leases run by the queue's own clock. Once one has run out, or its job was given to another
 *       worker, the old lease's holder can change nothing.
 *   <li>A queue is <em>drained</em> when it has no entry; a leased job is an entry.
 * </ul>
 *
 * <p>Safe for use from many threads.
 */
public interface JobQueue extends AutoCloseable {

  /** The queue's name, for people. */
  String name();

  /**
   * Appends entries at the far end, in order.
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
   * @throws InterruptedException when the thread is interrupted while it waits; no lease is held
   */
  Claim claim(Duration timeout) throws InterruptedException;

  /** Figures of the moment. */
  QueueStats stats();

  /** The jobs given up. */
  DeadLetters deadLetters();

  /** Gives up the connection; leases held run out by themselves. */
  @Override
  void close();
}
