package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.warmbatch.checkpoint.Lineage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packed workers on one lineage, one or the other of which stands still at random moments while
 * its rival goes on, past its lease where it has one; and somebody who goes back now and then.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // each wait has a limit of its own
class RivalWorkersIT {
  private static final int DAYS = 30;
  private static final int STANDSTILLS = Integer.getInteger("warmbatch.kill.standstills", 6);
  private static final String LEASE = "1s";
  private static final long SEED = 20180403;
  private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(3);

  private final Random random = new Random(SEED);

  @TempDir private Path root;

  @BeforeAll
  static void requireSignals() {
    assumeTrue(Signals.areKnown(), "no /bin/sh here to freeze processes with");
  }

  /** Whenever thirty data sets are learned before all standstills are spent, thirty more begin. */
  @Test
  void whoeverStandsStillAndWhoeverGoesBackEachDataSetCountsOnceInItsOrder() throws Exception {
    try (KillBench bench = new KillBench(root, DAYS);
        Signals signals = Signals.open()) {
      bench.undisturbed(DAYS);
      int runs = 0;
      int wentBack = 0;
      for (int spent = 0; spent < STANDSTILLS; runs++) {
        Duel duel = new Duel(bench, signals, "duel-" + runs);
        duel.fight(STANDSTILLS - spent);
        spent += duel.standstills;
        wentBack += duel.wentBack;
      }
      System.out.printf(
          "%d standstills of one of two workers and %d times back, in %d runs over %d data sets%n",
          STANDSTILLS, wentBack, runs, DAYS);
    }
  }

  /** One run. */
  private final class Duel {
    private final KillBench bench;
    private final Signals signals;
    private final String run;
    private final List<RunnerProcess> workers;
    private int standstills;
    private int wentBack;

    Duel(KillBench bench, Signals signals, String run) {
      this.bench = bench;
      this.signals = signals;
      this.run = run;
      bench.push(run, 0, DAYS);
      this.workers =
          List.of(bench.start(run, "worker-0", LEASE), bench.start(run, "worker-1", LEASE));
    }

    void fight(int limit) {
      try {
        await(() -> bench.learned(run) >= 2);
        while (standstills < limit && workers.stream().anyMatch(RunnerProcess::isAlive)) {
          int victim = random.nextInt(2);
          if (!workers.get(victim).endsWithin(Duration.ofMillis(random.nextInt(120)))) {
            standstills++;
            standStill(workers.get(victim), workers.get(1 - victim));
          }
        }
        for (RunnerProcess worker : workers) {
          RunnerProcess.Finished finished = worker.finish();
          assertThat(finished.exitCode()).as(finished.errors()).isZero();
        }
        // Somebody may have gone back after both had ended.
        bench.finish(run);
        bench.assertLikeUndisturbed(run, DAYS, wentBack);
      } finally {
        workers.forEach(RunnerProcess::kill);
      }
    }

    private void standStill(RunnerProcess victim, RunnerProcess rival) {
      signals.send("STOP", victim.pid());
      long head = bench.learned(run);
      if (standstills % 3 == 1) {
        goBack();
      }
      int steps = 1 + random.nextInt(3);
      await(() -> bench.learned(run) >= head + steps || !rival.isAlive());
      signals.send("CONT", victim.pid());
    }

    private void goBack() {
      Lineage lineage = bench.lineage(run);
      long[] ancestors =
          LongStream.range(1, lineage.head())
              .filter(number -> !lineage.isAbandoned(number))
              .toArray();
      String to = Long.toString(ancestors[random.nextInt(ancestors.length)]);
      RunnerProcess.Finished command =
          RunnerProcess.run(
              root, "checkpoints", "rollback", "--output", run, "--to", to, "--requeue");
      assertThat(command.exitCode()).as(command.errors()).isZero();
      wentBack++;
    }
  }

  private static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as("it takes too long").isLessThan(LONGEST_WAIT);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
