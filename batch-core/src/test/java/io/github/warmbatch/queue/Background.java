package io.github.warmbatch.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that runs in a thread of its own while the test goes on.
 *
 * @param <T> what it returns
 */
public final class Background<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(5);

  private final FutureTask<T> task;
  private final Thread thread;

  private Background(Callable<T> call) {
    task = new FutureTask<>(call);
    thread = new Thread(task, "background");
    thread.setDaemon(true);
  }

  /** Starts a call. */
  public static <T> Background<T> start(Callable<T> call) {
    Background<T> background = new Background<>(call);
    background.thread.start();
    return background;
  }

  /** Starts a claim with a timeout that does not pass, and comes back once it waits. */
  public static Background<Claim> waitingClaim(JobQueue queue) throws Exception {
    Background<Claim> background = start(() -> queue.claim(QueueBench.LONG));
    background.awaitWaiting();
    return background;
  }

  /** What the call returned; its own exception where it threw one. */
  public T result() throws Exception {
    try {
      return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** What the call returned, after doing this again and again until it does. */
  public T resultWhile(Runnable step) throws Exception {
    while (!isDoneWithin(GLANCE)) {
      step.run();
    }
    return result();
  }

  /** Interrupts the call. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Comes back once the call's thread waits for something. */
  public void awaitWaiting() throws Exception {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(isDoneWithin(GLANCE)).as("the call ended instead of waiting").isFalse();
    }
  }

  private boolean isDoneWithin(Duration time) throws InterruptedException {
    try {
      Object unused = task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
    return true;
  }
}
