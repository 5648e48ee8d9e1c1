package io.github.warmbatch.report;

import io.github.warmbatch.evaluation.Calibration;
import io.github.warmbatch.evaluation.CurvePoint;
import io.github.warmbatch.evaluation.Figure;
import io.github.warmbatch.evaluation.Interval;
import io.github.warmbatch.evaluation.ScoreProfile;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scorecards as the page's script reads them. */
final class PageScores {
  private PageScores() {}

  /** What one point of the history needs. */
  static Map<String, @Nullable Object> brief(Scorecard card) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("positives", card.positives());
    fields.put(Figure.AVERAGE_PRECISION.jsonName(), card.averagePrecision());
    fields.put(Figure.BASE_RATE.jsonName(), card.baseRate());
    addInterval(fields, card.profile());
    return fields;
  }

  /** All there is. */
  static @Nullable Map<String, @Nullable Object> full(@Nullable Scorecard card) {
    if (card == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = brief(card);
    fields.put("rows", card.rows());
    for (Figure figure : Figure.values()) {
      fields.put(figure.jsonName(), figure.of(card));
    }
    fields.put("classes", card.classes().stream().map(Plain::text).toList());
    fields.put("confusion", card.confusion());
    List<@Nullable Double> recalls = new ArrayList<>();
    for (int label = 0; label < card.classes().size(); label++) {
      recalls.add(card.recall(label));
    }
    fields.put("recalls", recalls);
    ScoreProfile profile = card.profile();
    if (profile != null) {
      fields.put(
          "calibration", profile.calibration().bins().stream().map(PageScores::bin).toList());
      fields.put(
          "curve", profile.curve().stream().map(point -> point(point, card.positives())).toList());
    }
    return fields;
  }

  private static void addInterval(
      Map<String, @Nullable Object> fields, @Nullable ScoreProfile profile) {
    Interval interval = profile == null ? null : profile.averagePrecisionInterval();
    if (interval != null) {
      fields.put("low", interval.low());
      fields.put("high", interval.high());
    }
  }

  private static Map<String, Object> bin(Calibration.Bin bin) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rows", bin.rows());
    fields.put("predicted", bin.predicted());
    fields.put("observed", bin.observed());
    return fields;
  }

  private static Map<String, Object> point(CurvePoint point, long positives) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rows", point.seen());
    fields.put("recall", (double) point.found() / positives);
    fields.put("precision", point.precision());
    return fields;
  }
}
