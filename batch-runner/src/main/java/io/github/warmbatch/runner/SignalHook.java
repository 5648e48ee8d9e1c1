package io.github.warmbatch.runner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Turns SIGTERM and SIGINT into a request to stop. The work has a grace period to finish what it
 * has in hand, if that can be enough, then a few seconds to give it back; then the process ends,
 * whatever is going on. A second signal ends the grace period, a third one everything.
 *
 * <p>Closed last, when all that has to be given back or closed is.
 */
final class SignalHook implements AutoCloseable {
  /** How long giving back and closing may take. */
  static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Duration farewell;
  private final IntConsumer end;
  private final Thread hook;
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch enough = new CountDownLatch(1);
  private volatile Duration grace;
  private volatile Stoppable work = Stoppable.NOTHING;
  private volatile boolean raised;
  private volatile boolean givingBack;
  private volatile int exitCode = ExitCode.STOPPED.code();

  /**
   * A hook that is not installed.
   *
   * @param end ends the process by this exit code, whatever is going on
   */
  SignalHook(Duration farewell, IntConsumer end) {
    this.farewell = farewell;
    this.grace = farewell;
    this.end = end;
    this.hook = new Thread(this::onFirstSignal, "signal");
  }

  /** Something that can be asked to stop. */
  interface Stoppable {
    Stoppable NOTHING =
        new Stoppable() {
          @Override
          public Duration timeLeft() {
            return Duration.ZERO;
          }

          @Override
          public void stop() {}

          @Override
          public void stopNow() {}
        };

    /** About how long what is in hand will still take; zero where that is not known. */
    Duration timeLeft();

    /** Finish what is in hand. Returns at once. */
    void stop();

    /** Give back what is in hand; may take long. */
    void stopNow();
  }

  /**
   * Listens from now on. Until there is {@linkplain #guard work}, a signal leaves a few seconds for
   * what is going on.
   */
  static SignalHook install() {
    // The exit code of a process that ends by a signal would be 143; this one is to be run again.
    SignalHook hook = new SignalHook(FAREWELL, Runtime.getRuntime()::halt);
    Runtime.getRuntime().addShutdownHook(hook.hook);
    return hook;
  }

  /** A hook to which no signal ever comes. */
  static SignalHook none() {
    return new SignalHook(Duration.ZERO, code -> {});
  }

  /** From now on this is asked to stop; at once, if the signal has come already. */
  void guard(Stoppable stoppable, Duration graceOfWork) {
    grace = graceOfWork;
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

  @Override
  public void close() {
    over.countDown();
    enough.countDown();
    if (!raised) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The signal came this moment: the hook is running and ends the process.
        raised = true;
      }
    }
  }

  private void onFirstSignal() {
    FurtherSignals.listen(this::hurry);
    onSignal();
  }

  /** What happens when the signal comes. */
  void onSignal() {
    raised = true;
    try {
      work.stop();
      if (!finishesInTime()) {
        sayFarewell();
      }
    } catch (InterruptedException | RuntimeException e) {
      tell("while stopping: " + e);
    } finally {
      end.accept(exitCode);
    }
  }

  /** What happens at each further signal. */
  void hurry() {
    if (givingBack) {
      end.accept(exitCode);
    }
    if (enough.getCount() > 0) {
      tell(
          "stopping at once: what is in hand is given back; another signal does not even wait for that");
    }
    enough.countDown();
  }

  private boolean finishesInTime() throws InterruptedException {
    Duration left = work.timeLeft();
    if (left.compareTo(grace) > 0) {
      tell(
          "stopping: the data set in hand would take about %s longer, more than the %s of --grace:"
                  .formatted(Durations.format(left), Durations.format(grace))
              + " it is given back");
      return false;
    }
    if (over.getCount() > 0 && work != Stoppable.NOTHING) {
      tell(
          "stopping: what is in hand has %s to finish; a second signal gives it back at once"
              .formatted(Durations.format(grace)));
    }
    enough.await(grace.toNanos(), TimeUnit.NANOSECONDS);
    return over.getCount() == 0;
  }

  /** Waits until all is given back and closed, but never longer than the farewell may take. */
  private void sayFarewell() throws InterruptedException {
    givingBack = true;
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
      tell("while stopping: " + e);
    }
  }

  private static void tell(String what) {
    System.err.println("warmbatch: " + OneLine.of(Secrets.hide(what)));
  }
}
