package io.github.warmbatch;

import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.LeaseLostException;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.SupersededException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a lease at a third of its length, in a thread of its own, until closed. When the queue
 * cannot be reached it goes on trying; whether the lease still holds is for {@link #requireHeld}.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration SHORTEST = Duration.ofMillis(10);

  private final Lease lease;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable QueueException lost;

  Heartbeat(Lease lease) {
    this.lease = lease;
    Duration third = lease.remaining().dividedBy(3);
    Duration interval = third.compareTo(SHORTEST) < 0 ? SHORTEST : third;
    Thread thread = new Thread(() -> beat(interval), "warmbatch-heartbeat");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Makes sure that the lease may still be relied on.
   *
   * @throws QueueException when it was lost, or ran out by the local clock
   */
  void requireHeld() {
    QueueException reason = lost;
    if (reason != null) {
      throw reason;
    }
    if (lease.remaining().isNegative()) {
      throw new LeaseLostException(
          "The lease on '%s' ran out before it could be renewed".formatted(lease.job().payload()));
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void beat(Duration interval) {
    try {
      while (lost == null && !closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      log.warn("The heartbeat of '{}' was interrupted and ends", lease.job().payload());
    }
  }

  private void renew() {
    try {
      lease.renew();
    } catch (LeaseLostException | SupersededException e) {
      lost = e;
    } catch (QueueException e) {
      log.warn("Cannot renew the lease on '{}': {}", lease.job().payload(), e.getMessage());
    }
  }
}
