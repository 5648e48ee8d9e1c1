package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good day, a day whose labels are turned round, and a hold-out like the good one. */
final class GateCommandTest {
  private static final String WORKER =
      "worker --label y --trainer logistic --hold-out hold-out.csv --gate log-loss";
  private static final String STOPPING = WORKER + " --on-regression stop";

  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));

  @BeforeEach
  void queueAGoodDayAndABadOne() throws IOException {
    run = new CommandRun(root);
    write("good.csv", 600, 1);
    write("bad.csv", 2000, -1);
    write("hold-out.csv", 100, 1);
    assertThat(run.line("enqueue good.csv bad.csv").code()).isZero();
  }

  private void write(String name, int rows, int sign) throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int row = 0; row < rows; row++) {
      double x = Math.sin(row * 0.7 + rows);
      text.append(x).append(x * sign > 0.2 ? ",1\n" : ",0\n");
    }
    Files.writeString(root.resolve(name), text);
  }

  @Test
  void aWorseModelIsWarnedOfAndTheChampionStays() {
    CommandRun.Result worker = run.line(WORKER);

    assertThat(worker.code()).as(worker.err()).isZero();
    assertThat(run.line("checkpoints list --json").out())
        .containsSubsequence("\"champion\" : true", "\"champion\" : false");
  }

  @Test
  void onRequestAWorseModelStopsTheWorkerUntilSomebodyPromotesIt() {
    assertThat(run.line(STOPPING).code()).isEqualTo(4);
    assertThat(run.line(STOPPING).code()).isEqualTo(4);

    assertThat(run.line("checkpoints promote 2").code()).isZero();

    assertThat(run.line(STOPPING).code()).isZero();
  }

  @Test
  void whatIsWithinTheToleranceIsPromoted() {
    assertThat(run.line(STOPPING + " --gate-tolerance 1000").code()).isZero();
    assertThat(run.line("checkpoints list --json").out())
        .containsSubsequence("\"champion\" : false", "\"champion\" : true");
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeAnythingIsClaimed() {
    assertRefused("worker --label y --on-regression stop", "--on-regression stop", "hold-out");
    assertRefused(WORKER + " --gate-tolerance -1", "--gate-tolerance", "-1");
    assertRefused("worker --label y --gate accuracy", "--gate accuracy", "log-loss");
    assertThat(run.queue().stats().queued()).isEqualTo(2);
  }

  private void assertRefused(String line, String... parts) {
    CommandRun.Result result = run.line(line);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(parts);
  }
}
