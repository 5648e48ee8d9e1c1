package io.github.warmbatch;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A daemon thread that does something again and again; none before it is started. */
final class Poller implements AutoCloseable {
  /** How long the end of a look that has begun is waited for: storage may hang. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String name;
  private @Nullable ScheduledThreadPoolExecutor executor;
  private volatile @Nullable Thread thread;

  Poller(String name) {
    this.name = name;
  }

  /** Does it after each pause. What it throws ends the polling. */
  synchronized void start(Duration pause, Runnable task) {
    ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, this::daemon);
    started.scheduleWithFixedDelay(task, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    executor = started;
  }

  private Thread daemon(Runnable work) {
    Thread created = new Thread(work, name);
    created.setDaemon(true);
    thread = created;
    return created;
  }

  /** Ends the thread, once it has done what it is doing; by that thread itself, returns at once. */
  @Override
  public void close() {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      running = executor;
    }
    if (running == null) {
      return;
    }
    running.shutdown();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      running.awaitTermination(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      Thread last = thread;
      if (last != null) {
        last.join(LONGEST_WAIT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
