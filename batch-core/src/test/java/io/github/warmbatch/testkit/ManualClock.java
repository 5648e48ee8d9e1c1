package io.github.warmbatch.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until a test moves it. Whoever waits for a time by this clock asks to
 * be told by {@link #onMove}:
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * JobQueue queue = InMemoryJobQueue.builder().clock(clock, clock::onMove).build();
 * clock.advance(Duration.ofSeconds(31)); // the lease has run out, and a claim that waits knows it
 * }</pre>
 *
 * <p>Safe for use from many threads.
 */
public final class ManualClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  /** A clock in UTC that shows the first of January 2026, midnight. */
  public ManualClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** A clock in UTC that shows this time. */
  public ManualClock(Instant start) {
    this(new Hand(start), ZoneOffset.UTC);
  }

  private ManualClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  /**
   * Moves the clock on, then tells all listeners, in this thread.
   *
   * @throws IllegalArgumentException when the time is negative
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Cannot advance by " + time + "; time does not run back");
    }
    hand.advance(time);
  }

  /** Has this run after every move, in the thread that moves; it must not block. */
  public void onMove(Runnable listener) {
    hand.listeners.add(listener);
  }

  @Override
  public Instant instant() {
    return hand.now;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, moved together with this one, in another zone. */
  @Override
  public ManualClock withZone(ZoneId other) {
    return new ManualClock(hand, other);
  }

  /** What the views of one clock in several zones share. */
  private static final class Hand {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    private Hand(Instant start) {
      now = start;
    }

    private void advance(Duration time) {
      synchronized (this) {
        now = now.plus(time);
      }
      listeners.forEach(Runnable::run);
    }
  }
}
