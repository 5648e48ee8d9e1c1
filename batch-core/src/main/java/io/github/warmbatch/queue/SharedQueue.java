package io.github.warmbatch.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** One queue that many connections share: its contents behind a lock, and its clock. */
final class SharedQueue {
  /** Longer than any process lives, and short enough to be added to any time. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final String name;
  private final Duration leaseLength;
  private final Clock clock;
  private final QueueContents contents;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long sessions;
  private long fencingToken;

  SharedQueue(String name, Duration leaseLength, Clock clock, QueueContents contents) {
    this.name = name;
    this.leaseLength = leaseLength;
    this.clock = clock;
    this.contents = contents;
  }

  String name() {
    return name;
  }

  Instant now() {
    return clock.instant();
  }

  Instant in(Duration time) {
    return now().plus(time.compareTo(FOREVER) < 0 ? time : FOREVER);
  }

  Instant leaseEnd() {
    return in(leaseLength);
  }

  Worker newWorker(String id) {
    return read(unused -> new Worker(id, ++sessions));
  }

  /** A number greater than all before it; call it under the lock only. */
  long nextFencingToken() {
    return ++fencingToken;
  }

  /** Looks at the contents. */
  <T> T read(Function<QueueContents, T> look) {
    lock.lock();
    try {
      return look.apply(contents);
    } finally {
      lock.unlock();
    }
  }

  /** Changes the contents; then all who wait look again. */
  <T> T change(Function<QueueContents, T> action) {
    return read(
        inside -> {
          T result = action.apply(inside);
          changed.signalAll();
          return result;
        });
  }

  /** Asks until there is a job or the timeout has passed. */
  Claim claim(Duration timeout, Function<QueueContents, Claim> attempt)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Instant deadline = in(timeout);
      Claim claim = attempt.apply(contents);
      while (!(claim instanceof Claim.Granted) && now().isBefore(deadline)) {
        boolean unused = changed.await(nanosToWait(deadline), TimeUnit.NANOSECONDS);
        claim = attempt.apply(contents);
      }
      return claim;
    } finally {
      lock.unlock();
    }
  }

  /** Lets all who wait look again. */
  void wakeAll() {
    change(unused -> true);
  }

  private long nanosToWait(Instant deadline) {
    Instant wake = contents.nextChange().filter(deadline::isAfter).orElse(deadline);
    return Math.max(1, Duration.between(now(), wake).toNanos());
  }
}
