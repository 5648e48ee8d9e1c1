package io.github.warmbatch.report;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lineage as a table for people: a line for each decision, aligned, without colours. */
public final class CheckpointTable {
  private static final List<String> HEADER =
      List.of(
          "No.",
          "Kind",
          "Data set",
          "Rows",
          "Prequential AP",
          "Base rate",
          "Hold-out AP",
          "Base rate",
          "");
  private static final String NONE = "-";

  private CheckpointTable() {}

  /**
   * The table, oldest decision first, each line ended by a line feed. AP is average precision; a
   * figure that is not defined is {@code n/a}, one that was not measured {@code -}.
   *
   * @param champion as the lineage's store knows it; its line is marked
   */
  public static String of(Lineage lineage, Optional<Promotion> champion) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    long best = champion.map(Promotion::number).orElse(0L);
    for (Manifest manifest : lineage.history()) {
      String mark = manifest.number() == best ? "champion" : "";
      lines.add(line(manifest, lineage.isAbandoned(manifest.number()) ? "abandoned" : mark));
    }
    return TextTable.align(lines);
  }

  private static List<String> line(Manifest manifest, String mark) {
    List<String> line = new ArrayList<>();
    line.add(Long.toString(manifest.number()));
    line.add(manifest.decision().kind());
    line.add(TextTable.shorten(Plain.text(subject(manifest))));
    if (manifest.decision() instanceof Absorbed absorbed) {
      line.add(Long.toString(absorbed.rows()));
      line.addAll(figures(absorbed.scores().prequential()));
      line.addAll(figures(absorbed.scores().holdOut()));
    } else {
      line.addAll(List.of(NONE, NONE, NONE, NONE, NONE));
    }
    line.add(mark);
    return line;
  }

  private static String subject(Manifest manifest) {
    if (manifest.decision() instanceof Absorbed absorbed) {
      return absorbed.dataset().path();
    }
    if (manifest.decision() instanceof Dead dead) {
      return dead.job().path();
    }
    return manifest.decision() instanceof BackTo ? "to " + manifest.parent() : NONE;
  }

  private static List<String> figures(@Nullable Scorecard card) {
    return card == null
        ? List.of(NONE, NONE)
        : List.of(Plain.rounded(card.averagePrecision()), Plain.rounded(card.baseRate()));
  }
}
