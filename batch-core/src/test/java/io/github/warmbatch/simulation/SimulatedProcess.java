package io.github.warmbatch.simulation;

import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.RunSummary;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker's process: a thread that runs only while the schedule lets it, from one call to the
 * next. Everything else about it is for whoever has the turn.
 */
final class SimulatedProcess {
  final String name;
  final String identity;

  /** What the process knows, or was done to it, that the invariants want to know. */
  final Testimony testimony = new Testimony();

  boolean frozen;

  private final Semaphore turn = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private @Nullable BatchWorker worker;
  private @Nullable Thread thread;
  private @Nullable Instant wakesAt;
  private BooleanSupplier wakesWhen = () -> false;
  private @Nullable RunSummary summary;
  private @Nullable Throwable failure;
  private int allowance;
  private boolean killed;
  private boolean ended;

  SimulatedProcess(String name, String identity) {
    this.name = name;
    this.identity = identity;
  }

  void start(BatchWorker built, Executor threads) {
    worker = built;
    threads.execute(() -> live(built));
  }

  /** Lets the process go on for so many calls, or until it sleeps or ends. */
  void goOn(int calls) {
    allowance = calls;
    turn.release();
    back.acquireUninterruptibly();
  }

  /** Ends the process where it is. */
  void kill() {
    killed = true;
    goOn(0);
  }

  void stop(boolean atOnce) {
    if (worker != null && atOnce) {
      worker.stopNow();
    } else if (worker != null) {
      worker.stop();
    }
  }

  boolean hasEnded() {
    return ended;
  }

  boolean canRun(Instant now) {
    return !ended
        && !frozen
        && (wakesAt == null || !now.isBefore(wakesAt) || wakesWhen.getAsBoolean());
  }

  /** When it wakes at the latest; null when it does not sleep, or does not live. */
  @Nullable Instant wakesAt() {
    return ended || frozen ? null : wakesAt;
  }

  @Nullable RunSummary summary() {
    return summary;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** A call of this process is due: others may have the turn before it is made. */
  void step() {
    if (Thread.currentThread() != thread) {
      return; // its heartbeat or its signal handler, for which the schedule has the turn
    }
    if (!killed && --allowance < 0) {
      handOver();
    }
    if (killed) {
      throw new Killed();
    }
  }

  /** Much depends on what happens before the next call: others have the turn before it is made. */
  void rest() {
    allowance = 0;
    step();
  }

  /** Sleeps until a time, or until something is so. */
  void sleep(Instant until, BooleanSupplier orWhen) {
    wakesAt = until;
    wakesWhen = orWhen;
    handOver();
    wakesAt = null;
    if (killed) {
      throw new Killed();
    }
  }

  private void handOver() {
    back.release();
    turn.acquireUninterruptibly();
  }

  private void live(BatchWorker built) {
    turn.acquireUninterruptibly();
    thread = Thread.currentThread();
    try {
      if (!killed) {
        summary = built.run();
      }
    } catch (Killed e) {
      failure = null;
    } catch (Throwable e) {
      failure = e;
    } finally {
      ended = true;
      thread = null;
      back.release();
    }
  }
}
