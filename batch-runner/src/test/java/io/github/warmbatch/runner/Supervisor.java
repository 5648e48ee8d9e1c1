package io.github.warmbatch.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the workers, starts again what ended, and kills or freezes one of them each time that a
 * share of the work was done, and at the plan's pace; ends and restarts Redis a few times.
 */
final class Supervisor implements AutoCloseable {
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST_STANDSTILL = TimeUnit.MINUTES.toNanos(3);
  private static final int LONGEST_OUTAGE_MILLIS = 1_500;

  private final TruthBench bench;
  private final TruthPlan plan;
  private final Random random;
  private final Signals signals = Signals.open();
  private final List<WorkerPlace> places = new ArrayList<>();
  private int done;
  private long movedAt = System.nanoTime();
  private long disturbedAt = System.nanoTime();
  private int disturbedWhenDone;
  private long redisDue;
  private int kills;
  private int freezes;
  private int replacements;
  private int redisEnds;

  Supervisor(TruthBench bench, TruthPlan plan) {
    this.bench = bench;
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  /**
   * What was done to the workers.
   *
   * @param kills processes killed
   * @param freezes processes that stood still until their lease was over
   * @param replacements of these, those that another process of the same identity took over from
   * @param superseded processes that ended because they were told so
   * @param starts processes started
   * @param redisEnds how often Redis was ended
   */
  record Deeds(
      int kills, int freezes, int replacements, int superseded, int starts, int redisEnds) {}

  /** Returns when every worker has said that its queue is drained. */
  Deeds run() throws IOException {
    for (TruthQueue queue : bench.queues) {
      for (int number = 0; number < plan.workers(); number++) {
        places.add(new WorkerPlace(bench, signals, queue, number));
      }
    }
    while (!places.stream().allMatch(WorkerPlace::isOver)) {
      for (WorkerPlace place : places) {
        place.tend();
      }
      look();
      if (done < plan.jobs()) {
        disturbWorkers();
      }
      disturbRedis();
      LockSupport.parkNanos(LOOK_EVERY);
    }
    return new Deeds(
        kills,
        freezes + replacements,
        replacements,
        places.stream().mapToInt(WorkerPlace::refused).sum(),
        places.stream().mapToInt(WorkerPlace::starts).sum(),
        redisEnds);
  }

  private void look() {
    int before = done;
    if (bench.redis.isUp()) {
      done = plan.jobs() - bench.left();
    }
    long now = System.nanoTime();
    if (done != before) {
      movedAt = now;
    } else if (now - movedAt > LONGEST_STANDSTILL) {
      throw new AssertionError("Nothing has moved for long; done are " + done);
    }
  }

  private void disturbWorkers() throws IOException {
    boolean paced = System.nanoTime() - disturbedAt >= plan.pace().toNanos();
    if (!paced && done - disturbedWhenDone < plan.jobs() / (plan.disturbances() + 1)) {
      return;
    }
    List<WorkerPlace> candidates = places.stream().filter(WorkerPlace::canBeDisturbed).toList();
    if (!candidates.isEmpty()) {
      disturb(victimAmong(candidates));
      disturbedAt = System.nanoTime();
      disturbedWhenDone = done;
    }
  }

  /** Anyone; or, as often, the one that spoke last, which probably has a job in hand. */
  private WorkerPlace victimAmong(List<WorkerPlace> candidates) {
    return random.nextBoolean()
        ? candidates.get(random.nextInt(candidates.size()))
        : Collections.max(candidates, Comparator.comparing(WorkerPlace::spokeLast));
  }

  private void disturb(WorkerPlace victim) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> {
        freezes++;
        victim.freeze();
      }
      case 1 -> {
        replacements++;
        victim.replace();
      }
      default -> {
        kills++;
        victim.kill(random.nextBoolean());
      }
    }
  }

  private void disturbRedis() {
    if (!bench.redis.isUp()) {
      if (System.nanoTime() - redisDue >= 0) {
        bench.redis.start();
      }
    } else if (redisEnds < plan.redisRestarts()
        && done >= plan.jobs() * (redisEnds + 1) / (plan.redisRestarts() + 1)) {
      redisEnds++;
      redisDue =
          System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_OUTAGE_MILLIS));
      if (redisEnds % 2 == 1) {
        bench.redis.crash();
      } else {
        bench.redis.shutDown();
      }
    }
  }

  @Override
  public void close() {
    places.forEach(WorkerPlace::clear);
    signals.close();
  }
}
