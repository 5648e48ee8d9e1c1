package io.github.warmbatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A daemon thread that does something again and again; none before it is started. */
final class Poller implements AutoCloseable {
  /** How long the end of a look that has begun is waited for: storage may hang. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String name;
  private final StopSignal signal = new StopSignal(new SystemTime());
  private volatile @Nullable Thread thread;

  Poller(String name) {
    this.name = name;
  }

  /** Does it after each pause. What it throws ends the thread. */
  void start(Duration pause, Runnable task) {
    Thread started = new Thread(() -> poll(pause, task), name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  private void poll(Duration pause, Runnable task) {
    try {
      while (!signal.pause(pause)) {
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody's but this thread's: it ends
    }
  }

  /** Ends the thread, once it has done what it is doing; by that thread itself, returns at once. */
  @Override
  public void close() {
    signal.stop();
    Thread running = thread;
    if (running == null || running == Thread.currentThread()) {
      return;
    }
    try {
      running.join(LONGEST_WAIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
