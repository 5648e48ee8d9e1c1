package io.github.warmbatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.evaluation.Figure;
import io.github.warmbatch.evaluation.Scorecard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it. */
class ReportPageBrowserTest {
  private static final Pattern FIGURE =
      Pattern.compile("data-figure=\"([^\"]*)\" data-value=\"([^\"]*)\"");

  @TempDir private Path output;
  @TempDir private Path scratch;
  private HeadlessBrowser browser;
  private Chronicle chronicle;

  @BeforeEach
  void begin() throws Exception {
    browser = HeadlessBrowser.installed(scratch);
    chronicle = new Chronicle(output);
  }

  private HeadlessBrowser.Page shown(@Nullable Promotion champion) throws Exception {
    OutputViews.in(output).update(chronicle.lineage(), Optional.ofNullable(champion));
    HeadlessBrowser.Page page = browser.open(output.resolve("report.html"));
    assertThat(page.console()).isEmpty();
    assertThat(page.dom()).contains("data-ready");
    return page;
  }

  private static Promotion champion(long number) {
    return new Promotion(1, number, "because of " + Chronicle.HOSTILE, Instant.EPOCH);
  }

  private static Map<String, String> figures(HeadlessBrowser.Page page) {
    Map<String, String> figures = new HashMap<>();
    for (Matcher found = FIGURE.matcher(page.dom()); found.find(); ) {
      figures.put(found.group(1), found.group(2));
    }
    return figures;
  }

  private static void assertFigure(
      Map<String, String> figures, String name, @Nullable Number value) {
    String shown = Objects.requireNonNull(figures.get(name), name);
    if (value == null) {
      assertThat(shown).as(name).isEqualTo("null");
    } else {
      assertThat(Double.parseDouble(shown)).as(name).isEqualTo(value.doubleValue());
    }
  }

  @Test
  void everyFigureOfTheHeadAndOfTheHistoryIsTheManifests() throws Exception {
    Scorecard before = Chronicle.measured(1, 0.3);
    Scorecard holdOut = Chronicle.measured(2, 0.4);
    chronicle.absorb("1.csv", new Scores(null, 0.5, Chronicle.measured(3, 0.2), "h"));
    chronicle.absorb("2.csv", new Scores(before, 0.5, holdOut, "h"));

    HeadlessBrowser.Page page = shown(champion(2));

    Map<String, String> figures = figures(page);
    assertFigure(figures, "head", 2);
    assertFigure(figures, "champion", 2);
    for (Figure figure : Figure.values()) {
      assertFigure(figures, "holdOut." + figure.jsonName(), figure.of(holdOut));
    }
    assertFigure(figures, "prequential.averagePrecision", before.averagePrecision());
    assertFigure(figures, "2.prequential.averagePrecision", before.averagePrecision());
    assertFigure(figures, "2.holdOut.averagePrecision", holdOut.averagePrecision());
    assertFigure(figures, "2.rows", 1000);
    for (int actual = 0; actual < 3; actual++) {
      assertFigure(figures, "recall." + actual, holdOut.recall(actual));
      for (int predicted = 0; predicted < 3; predicted++) {
        assertFigure(
            figures,
            "confusion." + actual + "." + predicted,
            holdOut.confusion().get(actual).get(predicted));
      }
    }
    assertThat(page.dom().split("<canvas", -1)).as("charts").hasSize(1 + 3);
  }

  @Test
  void whatDataSetsReasonsAndClassesSayIsShownAndNeverRun() throws Exception {
    chronicle.absorb(Chronicle.HOSTILE, new Scores(null, 0.5, Chronicle.measured(1, 0.3), "h"));
    chronicle.giveUp("b" + Chronicle.HOSTILE, Chronicle.HOSTILE);

    HeadlessBrowser.Page page = shown(champion(1));

    String body = page.dom().substring(page.dom().indexOf("<body"));
    assertThat(body).doesNotContain("<img", "<script>alert");
    assertThat(body).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void deadAbandonedAndRolledBackNumbersAreShownWithTheirReasons() throws Exception {
    chronicle.absorb("1.csv").absorb("2.csv").giveUp("3.csv", "no such file").goBackTo(1);

    String dom = shown(null).dom();

    assertThat(dom).containsPattern("data-number=\"3\".*no such file");
    assertThat(dom).containsPattern("class=\"abandoned\" data-number=\"2\"");
    assertThat(dom).containsPattern("data-number=\"4\".*to number 1; abandons 2, 3; jobs: skip");
    assertThat(dom).containsPattern("data-number=\"4\".*worse");
  }

  @Test
  void driftIsShownWithItsFiguresAndMarksItsNumber() throws Exception {
    DriftFinding column =
        new DriftFinding(
            DriftFinding.Kind.COLUMN, "AMOUNT", 0.1 + 0.3, 0.2, "from 1 to " + Chronicle.HOSTILE);
    DriftFinding score =
        new DriftFinding(DriftFinding.Kind.SCORE, "average precision", 7.5, 4.1437, "0.2, not 0.8");
    chronicle.absorb("1.csv").drift("2.csv", score, column).drift("3.csv", column).goBackTo(2);

    HeadlessBrowser.Page page = shown(null);

    Map<String, String> figures = figures(page);
    assertFigure(figures, "2.drift.AMOUNT", 0.1 + 0.3);
    assertFigure(figures, "2.drift-threshold.AMOUNT", 0.2);
    assertFigure(figures, "2.drift.average precision", 7.5);
    assertThat(figures).doesNotContainKey("3.drift.AMOUNT");
    assertThat(page.dom())
        .containsPattern("data-drift=\"2\".*0\\.2, not 0\\.8")
        .containsPattern("data-number=\"2\".*class=\"badge drift\"")
        .doesNotContainPattern("data-number=\"1\"[^\n]*class=\"badge drift\"")
        .contains("from 1 to &lt;/script&gt;");
  }

  @Test
  void aLineageThatLearnedNothingIsAPageToo() throws Exception {
    chronicle.giveUp("1.csv");

    assertThat(shown(null).dom()).contains("Nothing was learned yet.");
  }

  @Test
  void tenThousandCheckpointsAreNotAllRowsAtOnce() throws Exception {
    Scorecard card = Chronicle.measured(1, 0.3);
    for (int number = 1; number <= 10_000; number++) {
      chronicle.absorb(number + ".csv", new Scores(card, 0.5, card, "h"), "none");
    }

    String dom = shown(champion(5_000)).dom();

    assertThat(dom).contains("data-number=\"10000\"").doesNotContain("data-number=\"9900\"");
    assertThat(dom).containsPattern("Show 100 more of 9\u202f900");
  }
}
