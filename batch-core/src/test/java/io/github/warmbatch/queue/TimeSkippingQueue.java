package io.github.warmbatch.queue;

import io.github.warmbatch.testkit.ManualClock;
import java.time.Duration;
import java.util.List;

/**
 * A queue whose claims do not wait: where they would, they move the clock. So a worker that lives
 * through backoffs and leases of others can be run to its end in the test's own thread, in no time.
 * For one thread; the queue must run by the same clock.
 */
public final class TimeSkippingQueue implements JobQueue {
  private final JobQueue queue;
  private final ManualClock clock;

  /** Puts it around a queue that runs by this clock. */
  public TimeSkippingQueue(JobQueue queue, ManualClock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public String name() {
    return queue.name();
  }

  @Override
  public void submit(List<Payload> entries) {
    queue.submit(entries);
  }

  /** Asks, and moves the clock to where asking again may help, until the timeout has passed. */
  @Override
  public Claim claim(Duration timeout) throws InterruptedException {
    Duration left = timeout;
    Claim claim = queue.claim(Duration.ZERO);
    while (!(claim instanceof Claim.Granted) && left.compareTo(Duration.ZERO) > 0) {
      Duration step = claim instanceof Claim.Wait wait ? shorter(wait.hint(), left) : left;
      clock.advance(step);
      left = left.minus(step);
      claim = queue.claim(Duration.ZERO);
    }
    return claim;
  }

  @Override
  public Claim completeAndClaim(Lease lease) throws InterruptedException {
    return queue.completeAndClaim(lease);
  }

  @Override
  public QueueStats stats() {
    return queue.stats();
  }

  @Override
  public DeadLetters deadLetters() {
    return queue.deadLetters();
  }

  @Override
  public void close() {
    queue.close();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
