package io.github.warmbatch.checkpoint;

import io.github.warmbatch.evaluation.Scorecard;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How scores and timings are written. Figures keep every bit; an undefined one is null. */
final class ScoresJson {
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
    fields.put("averagePrecision", card.averagePrecision());
    fields.put("baseRate", card.baseRate());
    fields.put("accuracy", card.accuracy());
    fields.put("majorityAccuracy", card.majorityAccuracy());
    fields.put("logLoss", card.logLoss());
    fields.put("precisionAt100", card.precisionAt100());
    fields.put("recallAt100", card.recallAt100());
    fields.put("classes", card.classes());
    fields.put("confusion", card.confusion());
    return fields;
  }

  private static Scorecard readCard(Fields fields) {
    return new Scorecard(
        fields.whole("rows"),
        fields.whole("positives"),
        fields.decimalOrNull("averagePrecision"),
        fields.decimalOrNull("baseRate"),
        fields.decimalOrNull("accuracy"),
        fields.decimalOrNull("majorityAccuracy"),
        fields.decimalOrNull("logLoss"),
        fields.decimalOrNull("precisionAt100"),
        fields.decimalOrNull("recallAt100"),
        fields.texts("classes"),
        fields.matrix("confusion"));
  }
}
