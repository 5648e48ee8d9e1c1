package io.github.warmbatch.runner;

import java.time.Duration;

/** One process of a worker, which may be killed, or stand still for a while. */
final class WorkerRun {
  final String log;
  private final Process process;
  private boolean killed;
  private boolean frozen;
  private long thawAt;

  WorkerRun(Process process, String log) {
    this.process = process;
    this.log = log;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isFrozen() {
    return frozen;
  }

  boolean wasKilled() {
    return killed;
  }

  int exitCode() {
    return process.exitValue();
  }

  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  void freeze(Signals signals, Duration time) {
    signals.send("STOP", process.pid());
    frozen = true;
    thawAt = System.nanoTime() + time.toNanos();
  }

  /** Lets it go on when its time has come. */
  void thawIfDue(Signals signals) {
    if (frozen && System.nanoTime() - thawAt >= 0) {
      signals.send("CONT", process.pid());
      frozen = false;
    }
  }
}
