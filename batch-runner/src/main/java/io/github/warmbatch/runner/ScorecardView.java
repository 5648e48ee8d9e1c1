package io.github.warmbatch.runner;

import io.github.warmbatch.evaluation.Figure;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scorecard for programs and for people. */
final class ScorecardView {
  private ScorecardView() {}

  /** The measures by their stable names. */
  static @Nullable Map<String, @Nullable Object> measures(@Nullable Scorecard card) {
    if (card == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("rows", card.rows());
    fields.put("positives", card.positives());
    for (Figure figure : Figure.values()) {
      fields.put(figure.jsonName(), figure.of(card));
    }
    return fields;
  }

  /** All there is: the measures, recall by class, confusion matrix, calibration, curve. */
  static @Nullable Map<String, @Nullable Object> full(@Nullable Scorecard card) {
    Map<String, @Nullable Object> fields = measures(card);
    if (fields == null || card == null) {
      return fields;
    }
    Map<String, @Nullable Object> recalls = new LinkedHashMap<>();
    for (int label = 0; label < card.classes().size(); label++) {
      recalls.put(card.classes().get(label), card.recall(label));
    }
    fields.put("recallByClass", recalls);
    fields.put("classes", card.classes());
    fields.put("confusion", card.confusion());
    if (card.profile() != null) {
      fields.putAll(ProfileView.fields(card.profile(), card.positives()));
    }
    return fields;
  }

  /** For people, indented by two. */
  static List<String> lines(Scorecard card) {
    List<String> lines = new ArrayList<>();
    lines.add(line("rows", "%d, of which %d positive", card.rows(), card.positives()));
    lines.add(
        line(
            "average precision",
            "%s%s (guessing: %s)",
            number(card.averagePrecision()),
            ProfileView.beside(card.profile()),
            number(card.baseRate())));
    lines.add(
        line(
            "top 100",
            "precision %s, recall %s",
            number(card.precisionAt100()),
            number(card.recallAt100())));
    lines.add(
        line(
            "top " + card.positives(),
            "precision and recall %s",
            number(Figure.PRECISION_AT_POSITIVES.of(card))));
    lines.add(line("ROC AUC", "%s", number(Figure.ROC_AUC.of(card))));
    lines.add(line("calibration error", "%s", number(Figure.EXPECTED_CALIBRATION_ERROR.of(card))));
    lines.add(line("log loss", "%s", number(card.logLoss())));
    lines.add(
        line(
            "accuracy",
            "%s (always the most frequent class: %s)",
            number(card.accuracy()),
            number(card.majorityAccuracy())));
    lines.addAll(confusion(card));
    return lines;
  }

  /** Four places, or a dash where it is not defined. */
  static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static List<String> confusion(Scorecard card) {
    List<String> headings = new ArrayList<>(List.of("true \\ predicted"));
    headings.addAll(card.classes());
    headings.add("recall");
    TextTable table = new TextTable(headings.toArray(String[]::new));
    for (int label = 0; label < card.classes().size(); label++) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(card.classes().get(label));
      row.addAll(card.confusion().get(label));
      row.add(card.recall(label));
      table.add(row.toArray());
    }
    return table.lines().stream().map(line -> "  " + line).toList();
  }

  private static String line(String name, String format, Object... values) {
    return String.format(Locale.ROOT, "  %-18s ", name)
        + String.format(Locale.ROOT, format, values);
  }
}
