package io.github.warmbatch.report;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.evaluation.Scorecard;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One checkpoint in {@code report.txt}: the tutorial's lines, then those that keep it honest. */
final class ReportBlock {
  private static final String RULE = "*".repeat(53);
  private static final int MOST_FINDINGS = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  private ReportBlock() {}

  /** The block, with the empty line that ends it. */
  static String of(Manifest manifest, Absorbed absorbed) {
    ReportBlock block = new ReportBlock();
    block.head(manifest, absorbed.dataset().path());
    block.accuracies(absorbed);
    block.line("Checkpoint number", Long.toString(manifest.number()));
    block.identifiers(absorbed.model().spec().identifiers());
    block.holdOut(absorbed.scores().holdOut());
    block.prequential(absorbed.scores().prequential());
    block.drift(absorbed.drift());
    return block.text.append('\n').toString();
  }

  /** Whether these are the first lines of a block. */
  static boolean opens(String first, String fourth) {
    return first.equals(RULE)
        && fourth.startsWith("Model checkpoint: model_cpt_")
        && fourth.endsWith(".wbm");
  }

  private void head(Manifest manifest, String path) {
    text.append(RULE).append('\n');
    line("Report generated on", TIME.format(manifest.writtenAt()));
    line("Training dataset", Plain.text(ModelName.fileName(path)));
    line("Model checkpoint", ModelName.of(path));
    text.append("---\n");
  }

  private void accuracies(Absorbed absorbed) {
    Scorecard holdOut = absorbed.scores().holdOut();
    line("Accuracy on training data", Plain.exact(absorbed.scores().trainingAccuracy()));
    line(
        "Accuracy on testing data",
        holdOut == null ? "n/a (no hold-out)" : Plain.exact(holdOut.accuracy()));
  }

  private void identifiers(List<String> columns) {
    if (!columns.isEmpty()) {
      line(
          "Left out as identifiers",
          columns.stream().map(Plain::text).collect(Collectors.joining(", ")));
    }
  }

  private void holdOut(@Nullable Scorecard card) {
    if (card == null) {
      return;
    }
    line("Majority class accuracy on testing data", Plain.exact(card.majorityAccuracy()));
    line("Average precision on testing data", besideBaseRate(card));
    line("Precision at 100 on testing data", Plain.exact(card.precisionAt100()));
    line("Recall at 100 on testing data", Plain.exact(card.recallAt100()));
    line("Recall per class on testing data", recalls(card));
    line("Log loss on testing data", Plain.exact(card.logLoss()));
  }

  private void prequential(@Nullable Scorecard card) {
    line(
        "Average precision on training data before training on it",
        card == null ? "n/a (no model yet)" : besideBaseRate(card));
  }

  private void drift(List<DriftFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    String named =
        findings.stream()
            .limit(MOST_FINDINGS)
            .map(finding -> Plain.text(finding.toString()))
            .collect(Collectors.joining("; "));
    int more = findings.size() - MOST_FINDINGS;
    line(
        "Drift, not as in the data sets before",
        more > 0 ? named + "; and %d more".formatted(more) : named);
  }

  private static String besideBaseRate(Scorecard card) {
    return "%s (base rate %s)"
        .formatted(Plain.exact(card.averagePrecision()), Plain.exact(card.baseRate()));
  }

  private static String recalls(Scorecard card) {
    return IntStream.range(0, card.classes().size())
        .mapToObj(
            label -> Plain.text(card.classes().get(label)) + "=" + Plain.exact(card.recall(label)))
        .collect(Collectors.joining(", "));
  }

  private void line(String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }
}
