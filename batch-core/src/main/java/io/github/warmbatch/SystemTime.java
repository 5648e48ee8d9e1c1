package io.github.warmbatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's time; what is repeated has a thread of its own. */
final class SystemTime implements WorkerTime {
  private static final Logger log = LoggerFactory.getLogger(SystemTime.class);

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean await(CountDownLatch latch, Duration atMost) throws InterruptedException {
    return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public Repetition every(Duration interval, BooleanSupplier task) {
    CountDownLatch closed = new CountDownLatch(1);
    Thread thread = new Thread(() -> repeat(interval, task, closed), "warmbatch-heartbeat");
    thread.setDaemon(true);
    thread.start();
    return closed::countDown;
  }

  private void repeat(Duration interval, BooleanSupplier task, CountDownLatch closed) {
    try {
      boolean goesOn = true;
      while (goesOn && !await(closed, interval)) {
        goesOn = task.getAsBoolean();
      }
    } catch (InterruptedException e) {
      log.warn("The heartbeat was interrupted and ends");
    }
  }
}
