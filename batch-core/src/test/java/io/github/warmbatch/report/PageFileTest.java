package io.github.warmbatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTest {
  @TempDir private Path output;
  private Chronicle chronicle;

  @BeforeEach
  void begin() throws IOException {
    chronicle = new Chronicle(output);
  }

  private Path page() {
    return output.resolve("report.html");
  }

  private String rebuilt() throws IOException {
    Files.deleteIfExists(page());
    OutputViews.in(output).rebuild(chronicle.lineage());
    return Files.readString(page());
  }

  @Test
  void aPageThatGrewIsTheOneThatIsRebuilt() throws IOException {
    OutputViews views = OutputViews.in(output);
    views.update(chronicle.absorb("1.csv").lineage());
    views.update(chronicle.absorb("2.csv").giveUp("3.csv").lineage());
    views.update(chronicle.goBackTo(1).lineage());
    views.update(chronicle.absorb("4.csv").lineage());
    String grown = Files.readString(page());

    assertThat(grown).isEqualTo(rebuilt()).contains("\"abandoned\":true");
  }

  @Test
  void aDamagedPageIsReplacedAndAWholeOneLeftAlone() throws IOException {
    OutputViews views = OutputViews.in(output);
    views.update(chronicle.absorb("1.csv").lineage());
    String whole = Files.readString(page());
    Object key = Files.readAttributes(page(), "unix:ino");

    views.rebuild(chronicle.lineage());
    assertThat(Files.readAttributes(page(), "unix:ino")).isEqualTo(key);

    Files.writeString(page(), whole.substring(0, whole.length() / 2));
    views.update(chronicle.lineage());
    assertThat(Files.readString(page())).isEqualTo(whole);
  }

  @Test
  void theChampionIsMarked() throws IOException {
    chronicle.absorb("1.csv");
    OutputViews.in(output)
        .update(chronicle.lineage(), Optional.of(new Promotion(1, 1, "the first", Instant.EPOCH)));

    assertThat(Files.readString(page())).contains("\"champion\":{\"number\":1,");
    assertThat(rebuilt()).contains("\"champion\":null");
  }

  @Test
  void dataCannotEndTheElementTheyStandIn() throws IOException {
    chronicle.absorb(Chronicle.HOSTILE, new Scores(null, 0.5, Chronicle.measured(1, 0.3), "h"));
    String page = rebuilt();
    int data = page.indexOf("id=\"data\">");

    String json = page.substring(data + 10, page.indexOf("</script>", data));

    assertThat(json).contains("\\u003c/script\\u003e").endsWith("]}").doesNotContain("<", ">", "&");
  }

  @Test
  void nothingIsLoadedAndNoOtherScriptRuns() throws IOException {
    chronicle.absorb("1.csv");
    String page = rebuilt();
    String policy = page.substring(page.indexOf("default-src"), page.indexOf("<meta name=\"vi"));

    assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-");
    assertThat(policy).doesNotContain("unsafe", "http", "data:");
    assertThat(page).doesNotContain("{{").doesNotContainPattern("(src|href)=[\"']?[a-z/]");
    assertThat(page).contains("Copyright (c) 2022 Leon Sorokin");
  }

  @Test
  void aPageThatCannotBeReplacedIsNamed() throws IOException {
    Files.createDirectory(page());

    assertThatThrownBy(() -> OutputViews.in(output).update(chronicle.absorb("1.csv").lineage()))
        .isInstanceOf(ViewException.class)
        .hasMessageContaining("report.html");
    assertThat(output.resolve("report.txt")).exists();
  }
}
