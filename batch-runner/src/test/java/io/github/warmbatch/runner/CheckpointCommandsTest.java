package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a lineage of three checkpoints. */
final class CheckpointCommandsTest {
  private static final String OUTPUT = "output/lineage";

  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));

  @BeforeEach
  void learnThreeDataSets() throws IOException {
    run = new CommandRun(root);
    for (String name : List.of("1.csv", "2.csv", "3.csv")) {
      StringBuilder rows = new StringBuilder("x,y\n");
      for (int row = 0; row < 40; row++) {
        rows.append(row).append(row % 2 == 0 ? ",0\n" : ",1\n");
      }
      Files.writeString(root.resolve(name), rows);
    }
    assertThat(run.line("enqueue 1.csv 2.csv 3.csv").code()).isZero();
    CommandRun.Result worker = run.line("worker --label y");
    assertThat(worker.code()).as(worker.err()).isZero();
  }

  private Path state(int number) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(OUTPUT))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("%08d".formatted(number)))
          .filter(file -> file.toString().endsWith(".state"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void damage(int number) throws IOException {
    Path state = state(number);
    byte[] bytes = Files.readAllBytes(state);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(state);
    Files.write(state, bytes);
  }

  /** What any attempt to read it fails on. */
  private void makeUnreadable(int number) throws IOException {
    Path state = state(number);
    Files.delete(state);
    Files.createDirectory(state);
  }

  private List<String> states() {
    return new LineageView(new Stores(new Locations(root, null)).open("--output", "output"))
        .listed().stream().map(ManifestView::state).toList();
  }

  @Test
  void theListFindsADamagedState() throws IOException {
    damage(2);

    assertThat(run.line("checkpoints list --json").out().lines())
        .filteredOn(line -> line.contains("\"state\""))
        .extracting(line -> line.replaceAll(".*: \"|\",", ""))
        .containsExactly("ok", "corrupt", "ok");
  }

  @Test
  void oneDecisionIsShownWithWhatItsOwnStateIs() throws IOException {
    damage(2);

    assertThat(run.line("checkpoints show 1").out()).containsPattern("state +ok");
    assertThat(run.line("checkpoints show 2").out()).containsPattern("state +corrupt");
  }

  @Test
  void oneDecisionIsShownWithoutReadingOtherStates() throws IOException {
    makeUnreadable(2);

    assertThat(run.line("checkpoints show 1").code()).isZero();
    assertThat(run.line("checkpoints list").code()).isEqualTo(1);
  }

  @Test
  void aStateThatIsGoneWithoutHavingBeenPrunedIsCorrupt() throws IOException {
    Files.delete(state(1));

    assertThat(run.line("checkpoints show 1").out()).containsPattern("state +corrupt");
    assertThat(states()).containsExactly("corrupt", "ok", "ok");
    CommandRun.Result verify = run.line("checkpoints verify");
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.out())
        .contains("never pruned")
        .contains("3 checked, 2 of them with a whole state, 0 pruned, 1 damaged");
  }

  @Test
  void toListWhatIsThereNoStateIsRead() throws IOException {
    damage(2);

    assertThat(states()).containsExactly("ok", "ok", "ok");
    assertThat(run.line("checkpoints list --quick").out()).doesNotContain("corrupt");
    assertThat(run.line("checkpoints list").out()).contains("corrupt");
  }

  @Test
  void aScorecardTellsOfRankingAndCalibrationToo() {
    assertThat(run.line("evaluate 1.csv --model output --json").out())
        .contains(
            "\"precisionAtPositives\" : ",
            "\"rocAuc\" : ",
            "\"expectedCalibrationError\" : ",
            "\"averagePrecisionInterval\" : {",
            "\"calibration\" : [",
            "\"curve\" : [");
    assertThat(run.line("evaluate 1.csv --model output").out())
        .containsPattern("top 20 +precision and recall 1\\.")
        .containsPattern("average precision +1\\.0000, 95 % of resamples within 1\\.");
    assertThat(run.line("checkpoints list --json").out()).contains("\"rocAuc\" : ");
  }

  @Test
  void aNumberThatThereIsNotIsNamed() {
    CommandRun.Result result = run.line("checkpoints show 4");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("warmbatch: There is no number 4: the lineage has 1 to 3\n");
  }

  @Test
  void anInputThatIsNotThereIsOneLine() {
    for (String command : List.of("predict none.csv", "evaluate none.csv", "predict ../no.csv")) {
      CommandRun.Result result = run.line(command + " --model output");

      assertThat(result.code()).as(command).isEqualTo(2);
      assertThat(result.out()).as(command).isEmpty();
      assertThat(result.err().lines().toList()).as(command).hasSize(1);
      assertThat(result.err()).contains("no such file");
    }
  }

  @Test
  void aHoldOutThatIsNotThereIsOneLine() {
    run.line("enqueue --again 1.csv");

    CommandRun.Result result = run.line("worker --label y --hold-out none.csv");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err().lines()).filteredOn(line -> line.startsWith("warmbatch:")).hasSize(1);
    assertThat(result.err()).contains("none.csv");
  }
}
