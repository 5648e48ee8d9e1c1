package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.runner.RunnerProcess.Finished;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that anyone tries. */
class QuickstartIT {
  @TempDir private Path directory;

  @Test
  void runsTheWholeJobAndCarriesOnWithMoreDays() {
    Finished first = quickstart(3);
    Finished second = quickstart(5);

    assertThat(first.exitCode()).as(first.errors()).isZero();
    assertThat(first.output()).contains("2018-04-03.csv").doesNotContain("training/2018-04-04.csv");
    assertThat(second.exitCode()).as(second.errors()).isZero();
    assertThat(second.output()).contains("Queued 2 data sets", "2018-04-05.csv");
    assertThat(directory.resolve("qs/output/report.txt")).exists();
  }

  @Test
  void interruptedItLeavesALineageThatTheNextRunContinues() {
    RunnerProcess interrupted = start(8);
    interrupted.awaitLine(line -> line.contains("2018-04-01.csv"));
    interrupted.terminate();
    interrupted.finish();

    Finished next = quickstart(8);

    assertThat(next.exitCode()).as(next.errors()).isZero();
    assertThat(next.output()).contains("2018-04-08.csv");
    assertThat(
            RunnerProcess.run(directory, "checkpoints", "verify", "--output", "qs/output")
                .exitCode())
        .isZero();
  }

  private Finished quickstart(int days) {
    return start(days).finish();
  }

  private RunnerProcess start(int days) {
    return RunnerProcess.start(
        directory, "quickstart", "--dir", "qs", "--days", String.valueOf(days));
  }
}
