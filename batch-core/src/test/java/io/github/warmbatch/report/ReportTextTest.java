package io.github.warmbatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.drift.DriftFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTextTest {
  @TempDir private Path output;
  private Chronicle chronicle;

  @BeforeEach
  void begin() throws IOException {
    chronicle = new Chronicle(output);
  }

  @Test
  void aBlockHasTheTutorialsLinesAndThenTheHonestOnes() throws IOException {
    Scores scores =
        new Scores(
            Chronicle.card(0.25, 0.004), 0.9981112277019937, Chronicle.card(0.5, 0.004), "abc");
    chronicle.absorb("datasets/training/2018-04-04.pkl", scores);

    assertThat(report())
        .isEqualTo(
            """
            *****************************************************
            Report generated on: 2022-02-09 14:19:42.303619
            Training dataset: 2018-04-04.pkl
            Model checkpoint: model_cpt_2018-04-04.wbm
            ---
            Accuracy on training data: 0.9981112277019937
            Accuracy on testing data: 0.9977204434773599
            Checkpoint number: 1
            Majority class accuracy on testing data: 0.996
            Average precision on testing data: 0.5 (base rate 0.004)
            Precision at 100 on testing data: 0.03
            Recall at 100 on testing data: 0.75
            Recall per class on testing data: 0=0.9979919678714859, 1=0.75, 2=n/a
            Log loss on testing data: 0.02
            Average precision on training data before training on it: 0.25 (base rate 0.004)

            """);
  }

  @Test
  void whatWasNotMeasuredIsSaidToBe() throws IOException {
    chronicle.absorb("a.csv", new Scores(null, null, null, null));
    chronicle.absorb("b.csv", new Scores(Chronicle.card(null, 0), 0.5, null, null));

    assertThat(report())
        .contains("Accuracy on training data: n/a\nAccuracy on testing data: n/a (no hold-out)\n")
        .contains("before training on it: n/a (no model yet)\n")
        .contains("before training on it: n/a (base rate 0.0)\n")
        .doesNotContain("Log loss", "null", "NaN");
  }

  @Test
  void driftIsALineWhereThereIsAny() throws IOException {
    chronicle.absorb("a.csv");
    chronicle.drift("b.csv", finding("x\ny"), finding("z"));

    assertThat(report().lines().filter(line -> line.startsWith("Drift")))
        .containsExactly(
            "Drift, not as in the data sets before: x?y (Jensen-Shannon distance 0.41, alarm above"
                + " 0.20): 'new' in 40.0 % of the rows, 0.0 % before; z (Jensen-Shannon distance"
                + " 0.41, alarm above 0.20): 'new' in 40.0 % of the rows, 0.0 % before");
  }

  @Test
  void ofMuchDriftAFewColumnsAreNamed() throws IOException {
    chronicle.drift(
        "b.csv",
        IntStream.range(0, 12).mapToObj(i -> finding("c" + i)).toArray(DriftFinding[]::new));

    assertThat(report()).contains("c4 (").doesNotContain("c5 (").contains("before; and 7 more\n");
  }

  private static DriftFinding finding(String name) {
    return new DriftFinding(
        DriftFinding.Kind.COLUMN, name, 0.41, 0.2, "'new' in 40.0 % of the rows, 0.0 % before");
  }

  @Test
  void eachCheckpointOfTheSurvivingChainHasABlockInOrder() throws IOException {
    chronicle.absorb("a.csv").giveUp("b.csv").absorb("c.csv").absorb("d.csv").goBackTo(3);
    chronicle.absorb("e.csv");

    assertThat(report().lines().filter(line -> line.startsWith("Training dataset")))
        .containsExactly(
            "Training dataset: a.csv", "Training dataset: c.csv", "Training dataset: e.csv");
  }

  @Test
  void aTimeWithoutAFractionHasSixDigitsAllTheSame() throws IOException {
    chronicle.absorb("a.csv");

    assertThat(report())
        .containsPattern("generated on: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\n");
  }

  @Test
  void aFileNameCannotForgeALine() throws IOException {
    chronicle.absorb("x\nAccuracy on testing data: 1.0\u2028\u202e.csv");

    assertThat(report())
        .contains("Training dataset: x?Accuracy on testing data: 1.0??.csv\n")
        .contains("Model checkpoint: model_cpt_x?Accuracy on testing data: 1.0??.wbm\n");
  }

  private String report() throws IOException {
    OutputViews.in(output).update(chronicle.lineage());
    return Files.readString(output.resolve("report.txt"));
  }
}
