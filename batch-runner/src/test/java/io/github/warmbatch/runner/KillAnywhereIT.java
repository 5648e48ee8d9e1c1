package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final int EVERY = Integer.getInteger(PREFIX + "every", 12);
  private static final int NEVER = Integer.MAX_VALUE;
  private static final long SEED = 20180402;

  /** A data set that ten workers died of is given up, for it may be what kills them. */
  private static final int MOST_IN_VAIN = 6;

  @TempDir private Path root;

  /**
   * The first job of a lineage, killed after each system call by which it changes anything; then a
   * second data set is pushed, and both are learned.
   */
  @Test
  void killedAfterAnyOfItsSystemCallsTheModelIsThatOfAnUndisturbedRun() throws Exception {
    requireStrace();
    try (KillBench bench = new KillBench(root, 2)) {
      bench.undisturbed(2);
      int calls = killAfter(bench, NEVER).calls().size();
      Map<String, Integer> kinds = new TreeMap<>();
      int kills = 0;
      for (int number = 1; number <= calls; number += EVERY) {
        CallByCall.Trace trace = killAfter(bench, number);
        if (trace.calls().size() == number) {
          kills++;
          kinds.merge(trace.calls().get(number - 1).replaceFirst("\\(.*", ""), 1, Integer::sum);
        }
      }
      System.out.printf(
          "One job makes %d system calls that others can see. Killed after every %d: %d times, %s%n",
          calls, EVERY, kills, kinds);
      assertThat(kills).isGreaterThanOrEqualTo(calls / EVERY);
    }
  }

  private CallByCall.Trace killAfter(KillBench bench, int number) {
    String run = number == NEVER ? "whole" : "killed-after-" + number;
    bench.push(run, 0, 1);
    CallByCall.Trace trace =
        CallByCall.run(
            root.resolve(run + ".log"), bench.command(run), (call, text) -> call == number);
    bench.push(run, 1, 2);
    bench.finish(run);
    bench.assertLikeUndisturbed(run, 2);
    return trace;
  }

  /**
   * A worker with a job in hand stands still after each of these calls until its lease is over and
   * another has learned everything; then it goes on, just before publishing for instance.
   */
  @Test
  void overtakenAfterAnyOfItsSystemCallsItCountsNothingTwice() throws Exception {
    requireStrace();
    try (KillBench bench = new KillBench(root, 2)) {
      bench.undisturbed(2);
      List<String> calls = overtakeAfter(bench, NEVER).calls();
      int claimed = indexOf(calls, "Processing dataset: ");
      int published = indexOf(calls, "lineage/00000001.json");
      Set<Integer> moments = new TreeSet<>(Set.of(published));
      for (int number = claimed + 1; number <= calls.size(); number += EVERY) {
        moments.add(number);
      }
      moments.forEach(number -> overtakeAfter(bench, number));
      System.out.printf("Overtaken after %s of %d calls%n", moments, calls.size());
    }
  }

  private CallByCall.Trace overtakeAfter(KillBench bench, int number) {
    String run = number == NEVER ? "not-overtaken" : "overtaken-after-" + number;
    bench.push(run, 0, 2);
    CallByCall.Trace trace =
        CallByCall.run(
            root.resolve(run + ".log"),
            bench.command(run, "sleeper", "1s"),
            (call, text) -> {
              if (call == number) {
                bench.finish(run);
                bench.assertLikeUndisturbed(run, 2);
              }
              return false;
            });
    assertThat(trace.exitCode()).as(run).isZero();
    bench.assertLikeUndisturbed(run, 2);
    return trace;
  }

  /** How many calls come before the first that mentions this. */
  private static int indexOf(List<String> calls, String mentioned) {
    int index = 0;
    while (!calls.get(index).contains(mentioned)) {
      index++;
    }
    return index;
  }

  private static void requireStrace() {
    String obstacle = CallByCall.obstacle();
    assumeTrue(obstacle == null, obstacle);
  }

  /** Whenever thirty data sets are learned before all kills are spent, thirty more are begun. */
  @Test
  void killedAtRandomMomentsTheModelIsThatOfAnUndisturbedRun() throws Exception {
    int kills = Integer.getInteger(PREFIX + "moments", 15);
    int days = 30;
    Random random = new Random(SEED);
    try (KillBench bench = new KillBench(root, days)) {
      bench.undisturbed(days);
      int runs = 0;
      for (int spent = 0; spent < kills; runs++) {
        String run = "killed-at-moments-" + runs;
        bench.push(run, 0, days);
        int inVain = 0;
        for (long learned = 0; spent < kills && learned < days; ) {
          spent += killAtAMoment(bench.start(run), random, inVain < MOST_IN_VAIN ? 1 : 2);
          inVain = bench.learned(run) == learned ? inVain + 1 : 0;
          learned = bench.learned(run);
        }
        bench.finish(run);
        bench.assertLikeUndisturbed(run, days);
      }
      System.out.printf("Killed at %d moments of %d runs over %d data sets%n", kills, runs, days);
    }
  }

  /**
   * Mostly while it learns that many data sets, else while it starts; 0 when it ended before its
   * time had come.
   */
  private static int killAtAMoment(RunnerProcess worker, Random random, int jobs) {
    boolean early = random.nextInt(4) == 0;
    Duration moment = Duration.ofMillis(random.nextInt(early ? 800 : 150));
    if (!early) {
      worker.awaitLines(line -> line.startsWith("Processing dataset: "), jobs);
    }
    boolean ended = worker.endsWithin(moment);
    worker.kill();
    return worker.finish().exitCode() == 0 && ended ? 0 : 1;
  }
}
