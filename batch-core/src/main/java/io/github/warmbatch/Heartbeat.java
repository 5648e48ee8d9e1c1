package io.github.warmbatch;

import io.github.warmbatch.dataset.DatasetException;
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
  private volatile @Nullable RuntimeException lost;

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
   * @throws RuntimeException whatever else kept it from being renewed for good
   */
  void requireHeld() {
    RuntimeException reason = lost;
    if (reason != null) {
      throw reason;
    }
    Duration left = lease.remaining();
    if (left.isNegative() || left.isZero()) {
      throw new LeaseLostException(
          "The lease on %s ran out before it could be renewed".formatted(name()));
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
      log.warn("The heartbeat of {} was interrupted and ends", name());
    }
  }

  private void renew() {
    try {
      lease.renew();
    } catch (LeaseLostException | SupersededException e) {
      lost = e;
    } catch (QueueException e) {
      log.warn("Cannot renew the lease on {}: {}", name(), e.getMessage());
    } catch (RuntimeException e) {
      // A thread of its own has nobody above it: whoever asks whether the lease holds is told.
      lost = e;
    }
  }

  private String name() {
    return DatasetException.quoted(lease.job().payload().text());
  }
}
