package io.github.warmbatch.evaluation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a scorecard that are one number each, by the names that all JSON of ours gives
 * them.
 */
public enum Figure {
  /** See {@link Scorecard#averagePrecision}. */
  AVERAGE_PRECISION("averagePrecision", Scorecard::averagePrecision),
  /** See {@link Scorecard#baseRate}. */
  BASE_RATE("baseRate", Scorecard::baseRate),
  /** See {@link Scorecard#accuracy}. */
  ACCURACY("accuracy", Scorecard::accuracy),
  /** See {@link Scorecard#majorityAccuracy}. */
  MAJORITY_ACCURACY("majorityAccuracy", Scorecard::majorityAccuracy),
  /** See {@link Scorecard#logLoss}. */
  LOG_LOSS("logLoss", Scorecard::logLoss),
  /** See {@link Scorecard#precisionAt100}. */
  PRECISION_AT_100("precisionAt100", Scorecard::precisionAt100),
  /** See {@link Scorecard#recallAt100}. */
  RECALL_AT_100("recallAt100", Scorecard::recallAt100),
  /** See {@link ScoreProfile#precisionAtPositives}. */
  PRECISION_AT_POSITIVES(
      "precisionAtPositives", card -> of(card, ScoreProfile::precisionAtPositives)),
  /** See {@link ScoreProfile#rocAuc}. */
  ROC_AUC("rocAuc", card -> of(card, ScoreProfile::rocAuc)),
  /** See {@link Calibration#expectedError}. */
  EXPECTED_CALIBRATION_ERROR(
      "expectedCalibrationError",
      card -> of(card, profile -> profile.calibration().expectedError()));

  private final String jsonName;

  // Method references that hold nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Scorecard, @Nullable Double> figure;

  Figure(String jsonName, Function<Scorecard, @Nullable Double> figure) {
    this.jsonName = jsonName;
    this.figure = figure;
  }

  /** Its name in JSON. */
  public String jsonName() {
    return jsonName;
  }

  /** The figure, or null where it is not defined or was not measured. */
  public @Nullable Double of(Scorecard card) {
    return figure.apply(card);
  }

  private static @Nullable Double of(
      Scorecard card, Function<ScoreProfile, @Nullable Double> figure) {
    ScoreProfile profile = card.profile();
    return profile == null ? null : figure.apply(profile);
  }
}
