package io.github.warmbatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** What a worker has to do with time: the machine's, or one that a test moves. */
interface WorkerTime {

  /** A time to measure spans by, in nanoseconds. */
  long nanoTime();

  /** Waits until a latch is open, and returns whether it is; false after this time. */
  boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException;

  /** Does something after each interval, beside the caller, while it returns true. */
  Repetition every(Duration interval, BooleanSupplier task);

  /** What is done again and again until it is closed. */
  interface Repetition extends AutoCloseable {
    @Override
    void close();
  }
}
