package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands answer where a directory holds no lineage, or nothing yet. */
final class OutputDirectoryTest {
  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));

  @BeforeEach
  void makeDirectories() throws IOException {
    Files.createDirectories(root.resolve("empty"));
    Files.createDirectories(root.resolve("other/photos"));
    Files.createDirectories(root.resolve("fresh/lineage"));
    Files.createDirectories(root.resolve("odd"));
    Files.writeString(root.resolve("odd/lineage"), "x");
    Files.writeString(root.resolve("file"), "x");
    Files.writeString(root.resolve("a.csv"), "x,y\n1,0\n");
    run = new CommandRun(root);
  }

  private void assertRefused(String command, String named) {
    CommandRun.Result result = run.line(command);

    assertThat(result.code()).as(command).isEqualTo(2);
    assertThat(result.out()).as(command).isEmpty();
    assertThat(result.err().lines().toList()).as(command).hasSize(1);
    assertThat(result.err()).startsWith("warmbatch: ").contains(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "empty", "other", "odd", "file"})
  void whereThereIsNoLineageItsCommandsSaySo(String output) {
    String path = root.resolve(output).toString();
    assertRefused("checkpoints list --output " + output, path);
    assertRefused("checkpoints show 1 --output " + output, path);
    assertRefused("checkpoints verify --output " + output, path);
    assertRefused("checkpoints promote 1 --output " + output, path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "empty", "other", "odd"})
  void whereThereIsNoModelNothingIsPredicted(String model) {
    assertRefused("predict a.csv --model " + model, root.resolve(model).toString());
    assertRefused("evaluate a.csv --model " + model, root.resolve(model).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"odd", "file"})
  void theStatusOfWhatIsNoDirectoryIsRefused(String output) {
    assertRefused("status --output " + output, "is a file, not a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"odd", "file"})
  void aWorkerRefusesWhatIsNoDirectory(String output) {
    assertRefused("worker --label y --output " + output, "is a file, not a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "empty", "other"})
  void theStatusBeforeTheFirstCheckpointIsThatOfTheQueue(String output) {
    CommandRun.Result result = run.line("status --output " + output);

    assertThat(result.code()).isZero();
    assertThat(result.lines()).contains("head                 -");
    assertThat(result.err())
        .isEqualTo("There is no lineage in %s yet\n".formatted(root.resolve(output)));
  }

  @Test
  void aLineageThatHasNotBegunIsEmpty() {
    assertThat(run.line("status --output fresh").err()).isEmpty();
    assertThat(run.line("checkpoints list --output fresh").lines())
        .containsExactly("No decisions yet");
    assertRefused("checkpoints show 1 --output fresh", "nothing was learned yet");
    assertRefused("predict a.csv --model fresh", "nothing was learned yet");
  }
}
