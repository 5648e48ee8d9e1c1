package io.github.warmbatch.queue;

import java.time.Duration;
import java.util.List;

/**
 * What the laws of a queue need from whoever proves an implementation. All connections of one test
 * are to one queue, empty when the test begins, and are closed when it ends.
 */
public interface QueueBench {

  /** How long a lease is that no test lets run out. */
  Duration LEASE = Duration.ofSeconds(30);

  /** A timeout that no test lets pass. */
  Duration LONG = Duration.ofMinutes(10);

  /**
   * A new connection of this worker, as a process just started would open it.
   *
   * @param terms the same for all connections of one test
   */
  JobQueue connect(String workerId, Terms terms);

  /** Lets this much time pass by the queue's clock and by that of the leases. */
  void advance(Duration time);

  /** Pushes an entry at the head, where a queue in {@link Order#FIFO} order claims from. */
  void pushUrgent(Payload entry);

  /**
   * How long a lease is that a test lets run out: short where time truly passes, but longer than
   * such a machine may stall, since the tests also call within a lease of this length.
   */
  Duration shortLease();

  /** A connection on the usual terms: first in, first out, one in flight, a long lease. */
  default JobQueue worker(String workerId) {
    return connect(workerId, Terms.USUAL);
  }

  /** A connection with leases that can be waited for. */
  default JobQueue hastyWorker(String workerId) {
    return connect(workerId, Terms.USUAL.withLease(shortLease()));
  }

  /** Lets a lease of {@link #shortLease} that was just granted or renewed run out. */
  default void letLeaseRunOut() {
    advance(shortLease().plusMillis(1));
  }

  /**
   * How a queue is opened.
   *
   * @param order which end the claims come from
   * @param maxInFlight how many jobs may be in flight at once
   * @param lease how long a lease is
   */
  record Terms(Order order, int maxInFlight, Duration lease) {
    /** First in, first out, one in flight, a long lease. */
    public static final Terms USUAL = new Terms(Order.FIFO, 1, LEASE);

    /** The same with another order. */
    public Terms withOrder(Order other) {
      return new Terms(other, maxInFlight, lease);
    }

    /** The same with another limit. */
    public Terms withMaxInFlight(int other) {
      return new Terms(order, other, lease);
    }

    /** The same with another length of leases. */
    public Terms withLease(Duration other) {
      return new Terms(order, maxInFlight, other);
    }
  }

  /** Submits entries of these texts. */
  static void submit(JobQueue queue, String... texts) {
    queue.submit(List.of(texts).stream().map(Payload::of).toList());
  }
}
