package io.github.warmbatch.checkpoint;

import io.github.warmbatch.evaluation.Figure;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How scores and timings are written. Figures keep every bit; an undefined one is null. */
final class ScoresJson {
  /** The others are part of the profile, or follow from it. */
  private static final List<Figure> SCALARS =
      List.of(
          Figure.AVERAGE_PRECISION,
          Figure.BASE_RATE,
          Figure.ACCURACY,
          Figure.MAJORITY_ACCURACY,
          Figure.LOG_LOSS,
          Figure.PRECISION_AT_100,
          Figure.RECALL_AT_100);

  private ScoresJson() {}

  static Map<String, @Nullable Object> write(Scores scores) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("prequential", writeCard(scores.prequential()));
    fields.put("trainingAccuracy", scores.trainingAccuracy());
    fields.put("holdOut", writeCard(scores.holdOut()));
    fields.put("holdOutSha256", scores.holdOutSha256());
    return fields;
  }

  static Scores read(Fields fields) {
    return new Scores(
        fields.objectOrNull("prequential", ScoresJson::readCard),
        fields.decimalOrNull("trainingAccuracy"),
        fields.objectOrNull("holdOut", ScoresJson::readCard),
        fields.textOrNull("holdOutSha256"));
  }

  static Map<String, Object> writeTimings(Timings timings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("read", timings.read());
    fields.put("score", timings.score());
    fields.put("train", timings.train());
    return fields;
  }

  static Timings readTimings(Fields fields) {
    return new Timings(fields.decimal("read"), fields.decimal("score"), fields.decimal("train"));
  }

  private static @Nullable Map<String, @Nullable Object> writeCard(@Nullable Scorecard card) {
    if (card == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("rows", card.rows());
    fields.put("positives", card.positives());
    SCALARS.forEach(figure -> fields.put(figure.jsonName(), figure.of(card)));
    fields.put("classes", card.classes());
    fields.put("confusion", card.confusion());
    if (card.profile() != null) {
      fields.put("profile", ProfileJson.write(card.profile()));
    }
    return fields;
  }

  private static Scorecard readCard(Fields fields) {
    return new Scorecard(
        fields.whole("rows"),
        fields.whole("positives"),
        read(fields, Figure.AVERAGE_PRECISION),
        read(fields, Figure.BASE_RATE),
        read(fields, Figure.ACCURACY),
        read(fields, Figure.MAJORITY_ACCURACY),
        read(fields, Figure.LOG_LOSS),
        read(fields, Figure.PRECISION_AT_100),
        read(fields, Figure.RECALL_AT_100),
        fields.texts("classes"),
        fields.matrix("confusion"),
        fields.objectOrNull("profile", ProfileJson::read));
  }

  private static @Nullable Double read(Fields fields, Figure figure) {
    return fields.decimalOrNull(figure.jsonName());
  }
}
