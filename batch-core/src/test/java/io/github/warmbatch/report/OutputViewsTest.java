package io.github.warmbatch.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputViewsTest {
  @TempDir private Path output;
  private Chronicle chronicle;
  private OutputViews views;

  @BeforeEach
  void begin() throws IOException {
    chronicle = new Chronicle(output);
    views = OutputViews.in(output);
  }

  @Test
  void anEmptyLineageHasNoViews() throws IOException {
    views.update(chronicle.lineage());
    OutputViews.in(output.resolve("none")).update(chronicle.lineage());

    assertThat(names()).containsExactly("lineage");
  }

  @Test
  void aModelIsAHardLinkToItsState() throws IOException {
    views.update(chronicle.absorb("d/2018-04-01.csv.gz").lineage());

    assertThat(names())
        .containsExactly("lineage", "model_cpt_2018-04-01.wbm", "report.html", "report.txt");
    assertThat(model("2018-04-01")).hasContent("state 1");
    assertThat(Files.isSameFile(model("2018-04-01"), chronicle.state(1))).isTrue();
  }

  @Test
  void updatingAgainChangesNothing() throws IOException {
    views.update(chronicle.absorb("a.csv").lineage());
    Object report = identity(report());
    Object model = identity(model("a"));

    views.update(chronicle.lineage());
    views.rebuild(chronicle.lineage());
    OutputViews.in(output).update(chronicle.lineage());

    assertThat(identity(report())).isEqualTo(report);
    assertThat(identity(model("a"))).isEqualTo(model);
    assertThat(names()).hasSize(4);
  }

  @Test
  void aNewCheckpointIsAppendedToTheFileThatIsThere() throws IOException {
    views.update(chronicle.absorb("a.csv").lineage());
    Object report = identity(report());

    views.update(chronicle.absorb("b.csv").absorb("c.csv").lineage());

    assertThat(identity(report())).isEqualTo(report);
    assertThat(report()).hasContent(rebuilt());
    assertThat(names())
        .containsExactly(
            "lineage",
            "model_cpt_a.wbm",
            "model_cpt_b.wbm",
            "model_cpt_c.wbm",
            "report.html",
            "report.txt");
  }

  @Test
  void aTornBlockIsMended() throws IOException {
    views.update(chronicle.absorb("a.csv").absorb("b.csv").lineage());
    byte[] whole = Files.readAllBytes(report());

    for (int length : new int[] {whole.length - 1, whole.length / 2 + 3, 10, 0}) {
      Files.write(report(), Arrays.copyOf(whole, length));
      views.update(chronicle.lineage());
      assertThat(report()).hasBinaryContent(whole);

      Files.write(report(), Arrays.copyOf(whole, length));
      OutputViews.in(output).update(chronicle.lineage());
      assertThat(report()).hasBinaryContent(whole);
    }
  }

  @Test
  void aBlockTooManyOrAnotherLastBlockIsMended() throws IOException {
    views.update(chronicle.absorb("a.csv").lineage());
    String whole = Files.readString(report());

    Files.writeString(report(), whole, StandardOpenOption.APPEND);
    views.update(chronicle.lineage());
    assertThat(report()).hasContent(whole);

    Files.writeString(report(), whole.replace("0.5", "1.0"));
    views.update(chronicle.lineage());
    assertThat(report()).hasContent(whole);
  }

  @Test
  void whatWasRemovedIsMadeAgain() throws IOException {
    views.update(chronicle.absorb("a.csv").lineage());
    Files.delete(report());
    Files.delete(model("a"));

    views.rebuild(chronicle.lineage());

    assertThat(report()).hasContent(rebuilt());
    assertThat(model("a")).hasContent("state 1");
  }

  @Test
  void ofTwoCheckpointsWithOneNameTheNewerHasIt() throws IOException {
    views.update(chronicle.absorb("mon/data.csv").lineage());
    views.update(chronicle.absorb("tue/data.csv").lineage());
    assertThat(model("data")).hasContent("state 2");

    Files.delete(model("data"));
    views.rebuild(chronicle.lineage());
    assertThat(model("data")).hasContent("state 2");
  }

  @Test
  void goingBackTakesTheAbandonedOutOfSight() throws IOException {
    views.update(chronicle.absorb("x/a.csv").absorb("b.csv").absorb("y/a.csv").lineage());

    views.update(chronicle.goBackTo(1).lineage());

    assertThat(names()).containsExactly("lineage", "model_cpt_a.wbm", "report.html", "report.txt");
    assertThat(model("a")).hasContent("state 1");
    assertThat(Files.readString(report())).contains("a.csv").doesNotContain("b.csv");

    views.update(chronicle.goBackTo(0).lineage());
    assertThat(names()).containsExactly("lineage", "report.html", "report.txt");
    assertThat(report()).isEmptyFile();
  }

  @Test
  void aPrunedStateHasNoLinkThatWouldKeepItsBytes() throws IOException {
    views.update(chronicle.absorb("a.csv").absorb("b.csv").lineage());
    Files.delete(chronicle.state(1));

    views.rebuild(chronicle.lineage());

    assertThat(names()).containsExactly("lineage", "model_cpt_b.wbm", "report.html", "report.txt");
    assertThat(Files.readString(report())).contains("a.csv", "b.csv");
  }

  @Test
  void aModelOfAnotherLineageIsReplaced() throws IOException {
    Files.writeString(model("a"), "state of a lineage that was removed");

    views.update(chronicle.absorb("a.csv").lineage());

    assertThat(model("a")).hasContent("state 1");
  }

  @Test
  void whatIsNotOursIsLeftAlone() throws IOException {
    Files.writeString(output.resolve("model_cpt_other.wbm"), "other");
    Files.writeString(output.resolve("notes.txt"), "notes");

    views.update(chronicle.absorb("a.csv").lineage());
    views.update(chronicle.goBackTo(0).lineage());

    assertThat(output.resolve("model_cpt_other.wbm")).hasContent("other");
    assertThat(output.resolve("notes.txt")).hasContent("notes");
  }

  @Test
  void aReportThatSomebodyElseWroteIsKept() throws IOException {
    Files.writeString(report(), oldReport());

    views.update(chronicle.absorb("a.csv").lineage());

    assertThat(output.resolve("report.before-warmbatch.txt")).hasContent(oldReport());
    assertThat(report()).hasContent(rebuilt());
  }

  @Test
  void aReportInTheWayIsNamedAndTheModelsAreLinkedAllTheSame() throws IOException {
    Files.writeString(report(), oldReport());
    Files.writeString(output.resolve("report.before-warmbatch.txt"), "kept before");

    assertThatThrownBy(() -> views.update(chronicle.absorb("a.csv").lineage()))
        .isInstanceOf(ViewException.class)
        .hasMessageContaining(report().toString())
        .hasMessageContaining("move it out of the way");

    assertThat(report()).hasContent(oldReport());
    assertThat(output.resolve("report.before-warmbatch.txt")).hasContent("kept before");
    assertThat(model("a")).hasContent("state 1");
  }

  @Test
  void aDirectoryInTheWayIsNamed() throws IOException {
    Files.createDirectory(report());

    assertThatThrownBy(() -> views.update(chronicle.absorb("a.csv").lineage()))
        .isInstanceOf(ViewException.class)
        .hasMessageContaining("not a regular file")
        .hasMessageContaining("the next worker rebuilds");

    Files.delete(report());
    views.update(chronicle.lineage());
    assertThat(report()).hasContent(rebuilt());
  }

  @Test
  void aLinkInTheReportsPlaceIsNotWrittenThrough() throws IOException {
    Path precious = Files.writeString(output.resolve("precious"), "");
    Files.createSymbolicLink(report(), precious);

    assertThatThrownBy(() -> views.update(chronicle.absorb("a.csv").lineage()))
        .isInstanceOf(ViewException.class);
    assertThat(precious).isEmptyFile();
  }

  @Test
  void aStateThatIsNotInTheLineagesDirectoryIsNotShown() throws IOException {
    Files.writeString(output.resolve("secret"), "secret");
    chronicle.absorb("a.csv", Chronicle.UNSCORED, "../secret");

    assertThatThrownBy(() -> views.update(chronicle.lineage()))
        .isInstanceOf(ViewException.class)
        .hasMessageContaining("manifest 1");
    assertThat(model("a")).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsSweptAway() throws IOException {
    Files.writeString(output.resolve(".warmbatch-view-1234.tmp"), "half a rep");

    views.update(chronicle.absorb("a.csv").lineage());

    assertThat(names()).containsExactly("lineage", "model_cpt_a.wbm", "report.html", "report.txt");
  }

  private Path report() {
    return output.resolve("report.txt");
  }

  private Path model(String stem) {
    return output.resolve("model_cpt_" + stem + ".wbm");
  }

  /** The report as it is written where there is none. */
  private String rebuilt() throws IOException {
    Path elsewhere = Files.createTempDirectory(output, "elsewhere");
    Path lineage = Files.createDirectory(elsewhere.resolve("lineage"));
    OutputViews.in(elsewhere).rebuild(chronicle.lineage());
    String text = Files.readString(elsewhere.resolve("report.txt"), UTF_8);
    Files.delete(elsewhere.resolve("report.txt"));
    Files.delete(elsewhere.resolve("report.html"));
    Files.delete(lineage);
    Files.delete(elsewhere);
    return text;
  }

  private static String oldReport() {
    return """
        *****************************************************
        Report generated on: 2022-02-09 14:19:42.303619
        Training dataset: 2018-04-04.pkl
        Model checkpoint: model_cpt_2018-04-04.pkl
        ---
        """;
  }

  /** The same for as long as the file was not replaced. */
  private static Object identity(Path file) throws IOException {
    return Objects.requireNonNull(Files.getAttribute(file, "unix:ino"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
