package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packed worker is killed wherever it can be, and started again: what comes out is what an
 * undisturbed run gives. A share of the kills is done by default; CONTRIBUTING says how to do all.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // each process has a limit of its own
class KillAnywhereIT {
  private static final String PREFIX = "warmbatch.kill.";
  private static final int NEVER = Integer.MAX_VALUE;
  private static final long SEED = 20180402;

  @TempDir private Path root;

  /**
   * The first job of a lineage, killed after each system call by which it changes anything; then a
   * second data set is pushed, and both are learned.
   */
  @Test
  void killedAfterAnyOfItsSystemCallsTheModelIsThatOfAnUndisturbedRun() throws Exception {
    String obstacle = CallByCall.obstacle();
    assumeTrue(obstacle == null, obstacle);
    int every = Integer.getInteger(PREFIX + "every", 8);
    try (KillBench bench = new KillBench(root, 2)) {
      String undisturbed = bench.undisturbed(2);
      assertThat(undisturbed).contains("0,");
      CallByCall.Trace whole = killAfter(bench, NEVER);
      assertThat(whole.exitCode()).isZero();
      Map<String, Integer> kinds = new TreeMap<>();
      int kills = 0;
      for (int call = 1; call <= whole.calls(); call += every) {
        CallByCall.Trace trace = killAfter(bench, call);
        kinds.merge(trace.last().replaceFirst("\\(.*", ""), 1, Integer::sum);
        kills += trace.calls() == call ? 1 : 0;
      }
      System.out.printf(
          "One job makes %d system calls that others can see; killed after every %d: %d times, %s%n",
          whole.calls(), every, kills, kinds);
      assertThat(kills).isGreaterThanOrEqualTo(whole.calls() / every);
    }
  }

  private CallByCall.Trace killAfter(KillBench bench, int call) {
    String run = call == NEVER ? "whole" : "killed-after-" + call;
    bench.push(run, 0, 1);
    CallByCall.Trace trace = CallByCall.run(root.resolve(run + ".log"), call, bench.command(run));
    bench.push(run, 1, 2);
    bench.finish(run);
    bench.assertLikeUndisturbed(run, 2);
    return trace;
  }

  /** Whenever thirty data sets are learned before all kills are spent, thirty more are begun. */
  @Test
  void killedAtRandomMomentsTheModelIsThatOfAnUndisturbedRun() throws Exception {
    int kills = Integer.getInteger(PREFIX + "moments", 20);
    int days = 30;
    Random random = new Random(SEED);
    try (KillBench bench = new KillBench(root, days)) {
      bench.undisturbed(days);
      int runs = 0;
      for (int spent = 0; spent < kills; runs++) {
        String run = "killed-at-moments-" + runs;
        bench.push(run, 0, days);
        while (spent < kills && bench.learned(run) < days) {
          spent += killAtAMoment(bench.start(run), random);
        }
        bench.finish(run);
        bench.assertLikeUndisturbed(run, days);
      }
      System.out.printf("Killed at %d moments of %d runs over %d data sets%n", kills, runs, days);
    }
  }

  /** Mostly while it learns, else while it starts; 0 when it ended before its time had come. */
  private static int killAtAMoment(RunnerProcess worker, Random random) {
    boolean early = random.nextInt(4) == 0;
    Duration moment = Duration.ofMillis(random.nextInt(early ? 800 : 150));
    if (!early) {
      worker.awaitLine(line -> line.startsWith("Processing dataset: "));
    }
    boolean ended = worker.endsWithin(moment);
    worker.kill();
    return worker.finish().exitCode() == 0 && ended ? 0 : 1;
  }
}
