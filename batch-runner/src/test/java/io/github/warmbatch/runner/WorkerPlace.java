package io.github.warmbatch.runner;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A place for a worker: a process that ends before the queue is drained is followed by another. */
final class WorkerPlace {
  /** A lease is over by then, whenever it was renewed last. */
  private static final Duration FROZEN = TruthPlan.LEASE.plusMillis(500);

  private final TruthBench bench;
  private final Signals signals;
  private final TruthQueue queue;
  private final String name;
  private final List<WorkerRun> others = new ArrayList<>();
  private WorkerRun current;
  private String workerId;
  private int starts;
  private int refused;
  private boolean drained;
  private boolean otherDrained;

  WorkerPlace(TruthBench bench, Signals signals, TruthQueue queue, int number) throws IOException {
    this.bench = bench;
    this.signals = signals;
    this.queue = queue;
    this.name = queue.name + "-worker-" + number;
    this.workerId = name;
    this.current = start();
  }

  /** Whether nothing is left to do, and nobody is left. */
  boolean isOver() {
    return drained && others.isEmpty();
  }

  /** Once it has reached the queue: else a slow machine would see no worker ever get so far. */
  boolean canBeDisturbed() {
    return !drained
        && current.isAlive()
        && !current.wasKilled()
        && !current.isFrozen()
        && bench.hasSpoken(current.log);
  }

  /** When its process said something for the last time. */
  FileTime spokeLast() {
    return bench.spokeLast(current.log);
  }

  int starts() {
    return starts;
  }

  /** How many processes ended because a younger one had taken over their identity. */
  int refused() {
    return refused;
  }

  /** Kills the process; the next one has the same identity, or another. */
  void kill(boolean rename) {
    current.kill();
    if (rename) {
      workerId = name + "-" + starts;
    }
  }

  /** Lets the process stand still until its lease is over. */
  void freeze() {
    current.freeze(signals, FROZEN);
  }

  /**
   * The same, and puts another of the same identity in its place, as for a machine out of sight.
   */
  void replace() throws IOException {
    current.freeze(signals, FROZEN);
    others.add(current);
    current = start();
  }

  /** Lets those go on whose time has come, and starts a successor of what has ended. */
  void tend() throws IOException {
    current.thawIfDue(signals);
    if (!drained && !current.isAlive()) {
      succeed();
    }
    for (Iterator<WorkerRun> each = others.iterator(); each.hasNext(); ) {
      WorkerRun run = each.next();
      run.thawIfDue(signals);
      if (!run.isAlive()) {
        each.remove();
        bury(run);
      }
    }
  }

  private void succeed() throws IOException {
    int code = current.exitCode();
    if (isDrained(code)) {
      drained = true;
    } else if (code == TruthWorker.SUPERSEDED && (otherDrained || !others.isEmpty())) {
      refused++;
      yieldToTheOther();
    } else if (current.wasKilled() || code == TruthWorker.QUEUE_LOST) {
      current = start();
    } else {
      throw unexpected(current);
    }
  }

  /** One that stood still before it spoke to Redis is the younger of the two there. */
  private void yieldToTheOther() {
    if (others.isEmpty()) {
      drained = true;
    } else {
      current = others.remove(others.size() - 1);
    }
  }

  private void bury(WorkerRun run) throws IOException {
    int code = run.exitCode();
    if (code == TruthWorker.SUPERSEDED) {
      refused++;
    } else if (isDrained(code)) {
      otherDrained = true;
    } else if (code != TruthWorker.QUEUE_LOST) {
      throw unexpected(run);
    }
  }

  private static boolean isDrained(int code) {
    return code == TruthWorker.DRAINED || code == TruthWorker.DEAD_LETTERS;
  }

  private AssertionError unexpected(WorkerRun run) throws IOException {
    return new AssertionError(
        "%s ended by exit code %d:%n%s".formatted(run.log, run.exitCode(), bench.log(run.log)));
  }

  private WorkerRun start() throws IOException {
    starts++;
    String log = name + "-" + starts;
    return new WorkerRun(bench.start(queue, workerId, log), log);
  }

  /** Ends what is left, when the test has failed. */
  void clear() {
    current.kill();
    others.forEach(WorkerRun::kill);
  }
}
