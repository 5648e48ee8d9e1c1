package io.github.warmbatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long data sets take, and with that how long the one in hand will probably still take: as long
 * as the slowest of the last few, more in proportion where it is the larger file. For all threads.
 */
final class JobTimer {
  private static final int REMEMBERED = 5;

  private final LongSupplier nanoTime;
  private final Deque<Taken> last = new ArrayDeque<>();
  private boolean running;
  private long since;
  private long bytes;

  private record Taken(long nanos, long bytes) {
    /** What a file of that size would have taken; a small one has its fixed costs, too. */
    double scaledTo(long size) {
      return nanos * Math.max(1.0, (double) size / Math.max(1, bytes));
    }
  }

  JobTimer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A data set of that many bytes is begun. */
  synchronized void begun(long size) {
    running = true;
    since = nanoTime.getAsLong();
    bytes = size;
  }

  /** The data set in hand is done. */
  synchronized void done() {
    last.addLast(new Taken(nanoTime.getAsLong() - since, bytes));
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
    running = false;
  }

  /** The data set in hand, if there is one, is no longer in hand, whatever became of it. */
  synchronized void over() {
    running = false;
  }

  /** How much longer it will take; empty with nothing in hand, or nothing to go by. */
  synchronized Optional<Duration> left() {
    if (!running || last.isEmpty()) {
      return Optional.empty();
    }
    double whole = last.stream().mapToDouble(taken -> taken.scaledTo(bytes)).max().orElseThrow();
    long passed = nanoTime.getAsLong() - since;
    return Optional.of(Duration.ofNanos(Math.max(0, (long) whole - passed)));
  }
}
