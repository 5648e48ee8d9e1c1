package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.Drift;
import io.github.warmbatch.drift.DriftFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a lineage whose fifth data set is in cents where the others were in units. */
final class DriftCommandTest {
  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));

  @BeforeEach
  void learnFiveDataSets() throws IOException {
    run = new CommandRun(root);
    for (int day = 1; day <= 5; day++) {
      StringBuilder rows = new StringBuilder("x,y\n");
      for (int row = 0; row < 100; row++) {
        rows.append((row * 7 + day) % 50 * (day == 5 ? 100 : 1)).append(",").append(row % 2);
        rows.append("\n");
      }
      Files.writeString(root.resolve(day + ".csv"), rows);
    }
    assertThat(run.line("enqueue 1.csv 2.csv 3.csv 4.csv 5.csv").code()).isZero();
    CommandRun.Result worker = run.line("worker --label y");
    assertThat(worker.code()).as(worker.err()).isZero();
  }

  @Test
  void theWarningIsOneLineThatNamesTheColumnTheFigureAndTheWayOut() {
    DriftFinding finding =
        new DriftFinding(
            DriftFinding.Kind.COLUMN, "x\ny", 0.5, 0.2, "'\u202e' in 9.0 % of the rows");

    assertThat(LogListener.warning(new Drift(5, "5.csv", List.of(finding))))
        .isEqualTo(
            "5.csv, number 5, is not like the data sets before it: x?y (Jensen-Shannon distance"
                + " 0.50, alarm above 0.20): '?' in 9.0 % of the rows (it was learned all the same;"
                + " if the file is wrong, 'checkpoints rollback --to 4 --skip' takes it back, with all learned since)");
  }

  @Test
  void theListMarksItAndProgramsGetTheFigures() {
    assertThat(run.line("checkpoints list").lines())
        .filteredOn(line -> line.endsWith("drift"))
        .singleElement()
        .asString()
        .contains(" 5.csv ");
    assertThat(run.line("checkpoints list --json").out())
        .containsOnlyOnce("\"test\"")
        .contains("\"name\" : \"x\"", "\"kind\" : \"column\"", "\"threshold\" : 0.");
  }

  @Test
  void oneDecisionIsShownWithWhatChanged() {
    assertThat(run.line("checkpoints show 5").out())
        .contains("Not as in the data sets before it:\n  x (Jensen-Shannon distance 0.");
    assertThat(run.line("checkpoints show 4").out()).doesNotContain("Not as in", "drift");
  }
}
