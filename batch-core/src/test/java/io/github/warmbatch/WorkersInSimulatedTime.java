package io.github.warmbatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Builds workers that live in a time which a test makes up, their heartbeats included. */
public final class WorkersInSimulatedTime {
  private WorkersInSimulatedTime() {}

  /** A builder of workers that live in this time. */
  public static BatchWorkerBuilder builder(SimulatedTime time) {
    return BatchWorker.builder().time(new Adapter(time));
  }

  /** A time that a test makes up. */
  public interface SimulatedTime {
    /** A time to measure spans by, in nanoseconds. */
    long nanoTime();

    /** Has the caller wait for this time, or until something is so. */
    void sleep(Duration atMost, BooleanSupplier until);

    /**
     * Does something after each interval, beside the caller, while it returns true.
     *
     * @return what ends it
     */
    Runnable every(Duration interval, BooleanSupplier task);
  }

  private record Adapter(SimulatedTime time) implements WorkerTime {
    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public boolean await(CountDownLatch latch, Duration atMost) {
      time.sleep(atMost, () -> latch.getCount() == 0);
      return latch.getCount() == 0;
    }

    @Override
    public Repetition every(Duration interval, BooleanSupplier task) {
      Runnable end = time.every(interval, task);
      return end::run;
    }
  }
}
