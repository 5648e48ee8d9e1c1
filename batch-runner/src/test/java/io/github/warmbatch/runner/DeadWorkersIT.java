package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.warmbatch.runner.RunnerProcess.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed workers that die or stand still in the middle of a job, and those that follow them. */
class DeadWorkersIT {
  /** Longer than any test may take: who is done before was not kept waiting for its end. */
  private static final String FOR_EVER = "1h";

  @TempDir private Path root;

  @BeforeAll
  static void requireSignals() {
    assumeTrue(Signals.areKnown(), "no /bin/sh here to freeze processes with");
  }

  @Test
  void workerStartedAgainHasItsLeaseBackAtOnce() throws IOException {
    try (LongJobBench bench = new LongJobBench(root)) {
      bench.push();
      bench.startKilledInMidJob("worker-0", FOR_EVER);

      Finished restarted = bench.start("worker-0", FOR_EVER).finish();

      assertThat(restarted.exitCode()).as(restarted.errors()).isZero();
      bench.assertBothWereLearnedOnceInOrder();
    }
  }

  @Test
  void workerOfAnotherIdentityWaitsForTheLeasesEnd() throws IOException {
    Duration lease = Duration.ofSeconds(6);
    try (LongJobBench bench = new LongJobBench(root)) {
      Instant beforeTheClaim = Instant.now();
      bench.push();
      bench.startKilledInMidJob("worker-0", lease.toSeconds() + "s");

      Finished other = bench.start("worker-1", "30s").finish();

      assertThat(other.exitCode()).as(other.errors()).isZero();
      assertThat(bench.decisions().get(0).writtenAt()).isAfter(beforeTheClaim.plus(lease));
      bench.assertBothWereLearnedOnceInOrder();
    }
  }

  @Test
  void workerThatStoodStillPastItsLeaseCanChangeNothing() throws IOException {
    try (LongJobBench bench = new LongJobBench(root)) {
      bench.push();
      RunnerProcess sleeper = bench.startFrozenInMidJob("worker-0", "2s");
      Finished other = bench.start("worker-1", "30s").finish();
      assertThat(other.exitCode()).as(other.errors()).isZero();
      bench.assertBothWereLearnedOnceInOrder();

      bench.thaw(sleeper);
      Finished woken = sleeper.finish();

      assertThat(woken.exitCode()).as(woken.errors()).isZero();
      assertThat(woken.errors()).contains("A lease was lost").doesNotContain("\tat ");
      assertThat(woken.lines()).endsWith("Queue empty, exiting");
      bench.assertBothWereLearnedOnceInOrder();
    }
  }

  @Test
  void ofTwoLiveProcessesUnderOneIdentityTheOlderEndsAndCountsNothing() throws IOException {
    try (LongJobBench bench = new LongJobBench(root)) {
      bench.push();
      RunnerProcess older = bench.startFrozenInMidJob("worker-0", FOR_EVER);
      RunnerProcess younger = bench.start("worker-0", FOR_EVER, "--wait");
      younger.awaitLine("Waiting for work"::equals);

      bench.thaw(older);
      Finished superseded = older.finish();

      assertThat(superseded.exitCode()).as(superseded.errors()).isEqualTo(75);
      assertThat(superseded.errors())
          .contains("A younger process works on the queue 'datasets' as worker 'worker-0'")
          .doesNotContain("\tat ");
      assertThat(younger.isAlive()).isTrue();
      younger.terminate();
      assertThat(younger.finish().exitCode()).isEqualTo(75);
      bench.assertBothWereLearnedOnceInOrder();
    }
  }

  @Test
  void workerDoesNotSayDrainedWhileAnotherStillWorks() throws IOException {
    try (LongJobBench bench = new LongJobBench(root)) {
      bench.push();
      RunnerProcess working = bench.startFrozenInMidJob("worker-0", FOR_EVER);
      RunnerProcess waiting = bench.start("worker-1", FOR_EVER);
      waiting.awaitLine("Waiting for work"::equals);
      assertThat(waiting.endsWithin(Duration.ofSeconds(3))).isFalse();

      bench.thaw(working);

      assertThat(working.finish().exitCode()).isZero();
      assertThat(waiting.finish().exitCode()).isZero();
      bench.assertBothWereLearnedOnceInOrder();
    }
  }
}
