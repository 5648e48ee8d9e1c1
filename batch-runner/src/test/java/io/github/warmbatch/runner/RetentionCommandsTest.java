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

/** Commands that change what is kept of a lineage of five checkpoints, or where it goes on from. */
final class RetentionCommandsTest {
  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));

  @BeforeEach
  void learnFiveDataSets() throws IOException {
    run = new CommandRun(root);
    for (int day = 1; day <= 6; day++) {
      StringBuilder rows = new StringBuilder("x,y\n");
      for (int row = 0; row < 40; row++) {
        rows.append(row * day).append(row % 2 == 0 ? ",0\n" : ",1\n");
      }
      Files.writeString(root.resolve(day + ".csv"), rows);
    }
    learn("1.csv 2.csv 3.csv 4.csv 5.csv", "");
  }

  private void learn(String paths, String options) {
    assertThat(run.line("enqueue " + paths).code()).isZero();
    CommandRun.Result worker = run.line("worker --label y --trainer logistic" + options);
    assertThat(worker.code()).as(worker.err()).isZero();
  }

  private List<String> filesLike(String directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(directory))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  private List<String> states() {
    return new LineageView(new Stores(new Locations(root, null)).open("--output", "output"))
        .listed().stream().map(ManifestView::state).toList();
  }

  private CommandRun.Result done(String line) {
    CommandRun.Result result = run.line(line);
    assertThat(result.code()).as(result.err()).isZero();
    return result;
  }

  private void assertRefused(String line, String why) {
    CommandRun.Result result = run.line(line);
    assertThat(result.code()).as(line).isEqualTo(2);
    assertThat(result.out()).as(line).isEmpty();
    assertThat(result.err().lines().toList()).as(line).hasSize(1);
    assertThat(result.err()).contains(why);
  }

  @Test
  void pruningRemovesStatesAndTheirReadableNamesAndNothingElse() throws IOException {
    done("checkpoints promote 2");
    assertThat(done("checkpoints pin 1").out()).isEqualTo("Number 1 is pinned\n");
    assertThat(done("checkpoints prune --keep-last 2 --dry-run").out())
        .isEqualTo("Would remove the states of 3\n");
    assertThat(filesLike("output/lineage", ".state")).hasSize(5);

    assertThat(done("checkpoints prune --keep-last 2").out())
        .isEqualTo("Removed the states of 3\n");

    assertThat(states()).containsExactly("ok", "ok", "pruned", "ok", "ok");
    assertThat(filesLike("output/lineage", ".state")).hasSize(4);
    assertThat(filesLike("output/lineage", ".json")).hasSize(5);
    assertThat(filesLike("output", ".wbm"))
        .containsExactly(
            "model_cpt_1.wbm", "model_cpt_2.wbm", "model_cpt_4.wbm", "model_cpt_5.wbm");
    assertThat(done("checkpoints verify").out()).contains("1 pruned, 0 damaged");
    assertThat(done("checkpoints list").out()).contains("pinned").contains("champion");
    done("checkpoints unpin 1");
    assertThat(done("checkpoints prune --keep-last 2 --json").out()).contains("\"pruned\" : [ 1 ]");
  }

  @Test
  void aWorkerThatIsToldToKeepsTheLastAndCarriesOn() throws IOException {
    learn("6.csv", " --keep-last 2");

    assertThat(filesLike("output", ".wbm")).contains("model_cpt_5.wbm", "model_cpt_6.wbm");
    assertThat(states().subList(4, 6)).containsExactly("ok", "ok");
    assertThat(states()).filteredOn("pruned"::equals).hasSizeGreaterThanOrEqualTo(3);
    assertThat(done("checkpoints verify").out()).contains("0 damaged");
  }

  @Test
  void whatDoesNotFitIsRefusedOnOneLine() {
    done("checkpoints promote 5");
    done("checkpoints prune --keep-last 2");
    assertRefused("checkpoints promote 77", "Number 77 cannot be promoted");
    assertRefused("checkpoints promote 1", "its state was pruned");
    assertRefused("checkpoints pin 1", "its state was pruned");
    assertRefused("checkpoints pin 9", "Number 9 cannot be pinned");
    assertRefused("checkpoints rollback --to 1 --skip", "pruned");
    assertRefused("checkpoints rollback --to 5 --skip", "it is the head");
    assertRefused("checkpoints rollback --to 9 --requeue", "no such number");
    assertRefused("checkpoints diff 1 9", "There is no number 9");
    assertRefused("checkpoints prune --keep-last 0", "at least 1");
    assertRefused("worker --label y --keep-last 0", "at least 1");
  }

  @Test
  void goingBackIsToldWhatToDoWithTheJobs() {
    for (String line : List.of("--to 3", "--to 3 --skip --requeue", "--skip")) {
      CommandRun.Result result = run.line("checkpoints rollback " + line);
      assertThat(result.code()).as(line).isEqualTo(2);
      assertThat(result.err()).as(line).doesNotContain("Exception");
    }
    assertThat(states()).hasSize(5);
  }

  @Test
  void whatWasTakenBackIsDoneAgainByTheNextWorker() throws IOException {
    assertThat(done("checkpoints rollback --to 3 --requeue --dry-run").out())
        .isEqualTo(
            "Would go back to 3\nTaken back: 4-5\nTo be done again: 4.csv\nTo be done again: 5.csv\n");
    assertThat(states()).hasSize(5);

    CommandRun.Result back = done("checkpoints rollback --to 3 --requeue --reason typo --json");

    assertThat(back.out()).contains("\"number\" : 6").contains("\"abandoned\" : [ 4, 5 ]");
    assertThat(states()).containsExactly("ok", "ok", "ok", "abandoned", "abandoned", "ok");
    assertThat(filesLike("output", ".wbm"))
        .containsExactly("model_cpt_1.wbm", "model_cpt_2.wbm", "model_cpt_3.wbm");
    assertThat(done("status").lines())
        .contains("to be done again     2, before the queue (went back)");
    String before = done("predict --model output --checkpoint 5 6.csv").out();
    done("worker --label y --trainer logistic");
    assertThat(done("status").out()).doesNotContain("to be done again");
    assertThat(done("checkpoints show 6").out()).contains("typo");
    assertThat(states()).hasSize(8);
    assertThat(done("predict --model output --checkpoint head 6.csv").out()).isEqualTo(before);
  }

  @Test
  void whatWasSkippedStaysSkipped() {
    done("checkpoints rollback --to 3 --skip");
    learn("4.csv 5.csv", "");
    assertThat(states()).hasSize(6);
    assertRefused("checkpoints rollback --to 5 --skip", "abandoned");
  }

  @Test
  void aDifferenceNamesWhatWasLearnedAndWhatElseDiffers() {
    String text = done("checkpoints diff 2 4").out();
    assertThat(text)
        .contains("Learned only by 4: 3.csv")
        .contains("Learned only by 4: 4.csv")
        .doesNotContain("Learned only by 2")
        .contains("datasetSha256")
        .contains("prequential.")
        .doesNotContain("model.label");
    assertThat(text.lines()).allMatch(line -> line.length() < 200);
    done("checkpoints rollback --to 3 --skip");
    learn("6.csv", "");
    String json = done("checkpoints diff 5 7 --json").out();
    assertThat(json)
        .contains("\"learnedOnlyByA\" : [ \"4.csv\", \"5.csv\" ]")
        .contains("\"learnedOnlyByB\" : [ \"6.csv\" ]");
    assertThat(done("checkpoints diff 3 3 --json").out()).contains("\"differences\" : [ ]");
  }

  @Test
  void theReportIsRebuiltFromTheLineageAlone() throws IOException {
    Path report = root.resolve("output/report.txt");
    String before = Files.readString(report);
    Files.delete(report);
    String page = Files.readString(root.resolve("output/report.html"));
    Files.delete(root.resolve("output/report.html"));
    Files.delete(root.resolve("output/model_cpt_2.wbm"));

    assertThat(done("report --dry-run").out())
        .startsWith("Would rebuild")
        .contains("5 checkpoints");
    assertThat(report).doesNotExist();
    assertThat(done("report --json").out()).contains("\"checkpoints\" : 5");

    assertThat(report).hasContent(before);
    assertThat(root.resolve("output/model_cpt_2.wbm")).exists();
    assertThat(root.resolve("output/report.html")).hasContent(page);
  }

  @Test
  void thePageMarksTheChampionThatWasNamedByHand() throws IOException {
    Path page = root.resolve("output/report.html");
    assertThat(Files.readString(page)).doesNotContain("\"champion\":{\"number\":2,");

    done("checkpoints promote 2");

    assertThat(Files.readString(page)).contains("\"champion\":{\"number\":2,");
  }

  @Test
  void aDirectoryThatIsNotKnownIsNotTouched() throws IOException {
    Files.createDirectories(root.resolve("other/lineage"));
    Files.createDirectories(root.resolve("none"));
    for (String line :
        List.of(
            "checkpoints promote 1",
            "checkpoints pin 1",
            "checkpoints unpin 1",
            "checkpoints prune --keep-last 1",
            "checkpoints rollback --to 1 --skip",
            "report")) {
      assertRefused(line + " --output other", "nothing was touched");
      assertRefused(line + " --output none", "there are no checkpoints");
    }
    assertThat(root.resolve("other/lineage")).isEmptyDirectory();
    assertThat(root.resolve("none")).isEmptyDirectory();
  }
}
