package io.github.warmbatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** A time in which nobody waits, and no heart beats. */
final class HurriedTime implements WorkerTime {
  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public boolean await(CountDownLatch latch, Duration atMost) {
    return latch.getCount() == 0;
  }

  @Override
  public Repetition every(Duration interval, BooleanSupplier task) {
    return () -> {};
  }
}
