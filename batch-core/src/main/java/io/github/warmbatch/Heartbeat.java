package io.github.warmbatch;

import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.LeaseLostException;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.SupersededException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a lease at a third of its length, beside the worker, until closed. When the queue cannot
 * be reached it goes on trying; whether the lease still holds is for {@link #requireHeld}.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration SHORTEST = Duration.ofMillis(10);

  private final Lease lease;
  private final WorkerTime.Repetition beats;
  private volatile @Nullable RuntimeException lost;

  Heartbeat(Lease lease, WorkerTime time) {
    this.lease = lease;
    Duration third = lease.remaining().dividedBy(3);
    Duration interval = third.compareTo(SHORTEST) < 0 ? SHORTEST : third;
    this.beats = time.every(interval, this::renew);
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
    beats.close();
  }

  /** Renews once, and returns whether there is any use in going on. */
  private boolean renew() {
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
    return lost == null;
  }

  private String name() {
    return DatasetException.quoted(lease.job().payload().text());
  }
}
