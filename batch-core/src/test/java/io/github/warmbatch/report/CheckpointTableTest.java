package io.github.warmbatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTableTest {
  @TempDir private Path output;

  @Test
  void eachDecisionHasALine() throws IOException {
    Scores first = new Scores(null, 0.9, Chronicle.card(0.25, 0.004), "abc");
    Scores second = new Scores(Chronicle.card(0.125, 0.01), 0.9, Chronicle.card(0.5, 0.004), "abc");
    Scores third = new Scores(Chronicle.card(null, 0), 0.9, null, null);
    Chronicle chronicle =
        new Chronicle(output)
            .absorb("d/2018-04-01.csv", first)
            .absorb("d/2018-04-02.csv", second)
            .giveUp("d/broken.csv")
            .absorb("d/2018-04-03.csv", third)
            .goBackTo(3);

    String table =
        CheckpointTable.of(
            chronicle.lineage(), Optional.of(new Promotion(1, 2, "better", Instant.EPOCH)));

    assertThat(table)
        .isEqualTo(
            """
            No.  Kind      Data set          Rows  Prequential AP  Base rate  Hold-out AP  Base rate
              1  absorbed  d/2018-04-01.csv  1000               -          -       0.2500     0.0040
              2  absorbed  d/2018-04-02.csv  1000          0.1250     0.0100       0.5000     0.0040  champion
              3  dead      d/broken.csv         -               -          -            -          -
              4  absorbed  d/2018-04-03.csv  1000             n/a     0.0000            -          -  abandoned
              5  back-to   to 3                 -               -          -            -          -
            """);
  }

  @Test
  void anEmptyLineageHasAHeader() throws IOException {
    assertThat(CheckpointTable.of(new Chronicle(output).lineage(), Optional.empty()))
        .isEqualTo(
            "No.  Kind  Data set  Rows  Prequential AP  Base rate  Hold-out AP  Base rate\n");
  }

  @Test
  void aLongPathIsCutAtItsBeginningAndALineBreakIsShown() throws IOException {
    Chronicle chronicle = new Chronicle(output).absorb("d/" + "x".repeat(100) + "\n9.csv");

    assertThat(CheckpointTable.of(chronicle.lineage(), Optional.empty()).lines().skip(1))
        .singleElement()
        .asString()
        .contains("  ..." + "x".repeat(51) + "?9.csv  ");
  }
}
