package io.github.warmbatch.runner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Turns SIGTERM and SIGINT into a request to stop. The work has a grace period to finish what it
 * has in hand, then a few seconds to give it back; then the process ends, whatever is going on.
 *
 * <p>Open it before the resources that must be closed on the way out, so that it is closed last.
 */
final class SignalHook implements AutoCloseable {
  /** How long giving back and closing may take. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Duration grace;
  private final Duration farewell;
  private final IntConsumer end;
  private volatile Stoppable work = Stoppable.NOTHING;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onSignal, "signal");
  private volatile boolean raised;
  private volatile int exitCode = ExitCode.STOPPED.code();

  /**
   * A hook that is not installed.
   *
   * @param end ends the process by this exit code, whatever is going on
   */
  SignalHook(Duration grace, Duration farewell, IntConsumer end) {
    this.grace = grace;
    this.farewell = farewell;
    this.end = end;
  }

  /** Something that can be asked to stop. */
  interface Stoppable {
    Stoppable NOTHING =
        new Stoppable() {
          @Override
          public void stop() {}

          @Override
          public void stopNow() {}
        };

    /** Finish what is in hand. Returns at once. */
    void stop();

    /** Give back what is in hand; may take long. */
    void stopNow();
  }

  static SignalHook install(Duration grace) {
    // The exit code of a process that ends by a signal would be 143; this one is to be run again.
    SignalHook hook = new SignalHook(grace, FAREWELL, Runtime.getRuntime()::halt);
    Runtime.getRuntime().addShutdownHook(hook.hook);
    return hook;
  }

  /** From now on this is asked to stop; at once, if the signal has come already. */
  void guard(Stoppable stoppable) {
    work = stoppable;
    if (raised) {
      stoppable.stop();
    }
  }

  /** Remembers how the work ended, should a signal come between that and the process's end. */
  int finished(int code) {
    exitCode = code;
    return code;
  }

  /** Whether a signal has come. */
  boolean isRaised() {
    return raised;
  }

  @Override
  public void close() {
    over.countDown();
    if (!raised) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The signal came this moment: the hook is running and ends the process.
        raised = true;
      }
    }
  }

  /** What happens when the signal comes. */
  void onSignal() {
    raised = true;
    try {
      work.stop();
      if (!over.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        sayFarewell();
      }
    } catch (InterruptedException | RuntimeException e) {
      tell(e);
    } finally {
      end.accept(exitCode);
    }
  }

  /** Waits until all is given back and closed, but never longer than the farewell may take. */
  private void sayFarewell() throws InterruptedException {
    long deadline = System.nanoTime() + farewell.toNanos();
    // A thread of its own: a server that does not answer must not hold the process.
    Thread giveBack = new Thread(this::giveBack, "give-back");
    giveBack.setDaemon(true);
    giveBack.start();
    over.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    TimeUnit.NANOSECONDS.timedJoin(giveBack, deadline - System.nanoTime());
  }

  private void giveBack() {
    try {
      work.stopNow();
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private static void tell(Exception e) {
    System.err.println("warmbatch: while stopping: " + OneLine.of(Secrets.hide(e.toString())));
  }
}
