package io.github.warmbatch.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day when it was made, and from then on a time that nobody sets back or forth. */
final class MonotonicClock extends Clock {
  private final Instant start;
  private final long startNanos;
  private final ZoneId zone;

  MonotonicClock() {
    this(Clock.systemUTC().instant(), System.nanoTime(), ZoneOffset.UTC);
  }

  private MonotonicClock(Instant start, long startNanos, ZoneId zone) {
    this.start = start;
    this.startNanos = startNanos;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MonotonicClock(start, startNanos, other);
  }

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
