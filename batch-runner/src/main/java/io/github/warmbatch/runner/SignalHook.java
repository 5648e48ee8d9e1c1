package io.github.warmbatch.runner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
  private volatile Stoppable work = Stoppable.NOTHING;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onSignal, "signal");
  private volatile boolean raised;
  private volatile int exitCode = ExitCode.STOPPED.code();

  private SignalHook(Duration grace) {
    this.grace = grace;
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

    /** Give back what is in hand. */
    void stopNow();
  }

  static SignalHook install(Duration grace) {
    SignalHook hook = new SignalHook(grace);
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

  private void onSignal() {
    raised = true;
    try {
      work.stop();
      if (!over.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        work.stopNow();
        over.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException | RuntimeException e) {
      System.err.println("warmbatch: while stopping: " + e);
    } finally {
      // The exit code of a process that ends by a signal would be 143; this one is to be run again.
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
