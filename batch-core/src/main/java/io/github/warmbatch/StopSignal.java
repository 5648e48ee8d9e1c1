package io.github.warmbatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Whether the worker was asked to stop, and a pause that ends early when it is. */
final class StopSignal {
  private final WorkerTime time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopNow = new CountDownLatch(1);

  StopSignal(WorkerTime time) {
    this.time = time;
  }

  void stop() {
    stop.countDown();
  }

  void stopNow() {
    stopNow.countDown();
    stop.countDown();
  }

  boolean isRaised() {
    return stop.getCount() == 0;
  }

  /** Whether the job in hand is to be dropped, too. */
  boolean isUrgent() {
    return stopNow.getCount() == 0;
  }

  /** Waits, and returns at once whether the worker was asked to stop meanwhile. */
  boolean pause(Duration length) throws InterruptedException {
    return time.await(stop, length);
  }
}
