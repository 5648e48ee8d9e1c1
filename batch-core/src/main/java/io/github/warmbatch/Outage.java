package io.github.warmbatch;

import io.github.warmbatch.queue.QueueException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How long the queue has been out of reach, and how long to wait before asking again. */
final class Outage {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Duration patience;
  private final LongSupplier nanoTime;
  private Duration pause = FIRST_PAUSE;
  private boolean running;
  private long since;

  Outage(Duration patience, LongSupplier nanoTime) {
    this.patience = patience;
    this.nanoTime = nanoTime;
  }

  void over() {
    running = false;
    pause = FIRST_PAUSE;
  }

  /**
   * The pause after one more failure.
   *
   * @throws QueueException with the failure as its cause, once patience has run out
   */
  Duration pauseAfter(QueueException failure) {
    long now = nanoTime.getAsLong();
    if (!running) {
      running = true;
      since = now;
    }
    Duration left = patience.minusNanos(now - since);
    if (left.isNegative() || left.isZero()) {
      long seconds = Duration.ofNanos(now - since).toSeconds();
      throw new QueueException(
          "Gave up after %d s without the queue. %s".formatted(seconds, failure.getMessage()),
          failure);
    }
    Duration answer = pause.compareTo(left) < 0 ? pause : left;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    return answer;
  }
}
