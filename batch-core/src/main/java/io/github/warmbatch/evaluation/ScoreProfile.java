package io.github.warmbatch.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the score "any positive class" ranks rows, and how far it can be taken for a
 * probability. A measure that is not defined is null.
 *
 * @param rocAuc the area under the receiver operating characteristic: the chance that a positive
 *     row has a higher score than another one, an equal score counting half; null unless there are
 *     both
 * @param precisionAtPositives the share of positives among as many first rows as there are
 *     positives, which is the recall there, too (R-precision); null without a positive row
 * @param averagePrecisionInterval the 95 % interval of average precision by bootstrap; null with
 *     fewer than five positive rows
 * @param calibration scores held against what was observed
 * @param curve the precision-recall curve, from the highest score down: thresholds at which recall
 *     grows, at most 50 of them, spread evenly over the recall
 */
public record ScoreProfile(
    @Nullable Double rocAuc,
    @Nullable Double precisionAtPositives,
    @Nullable Interval averagePrecisionInterval,
    Calibration calibration,
    List<CurvePoint> curve) {
  /** A profile, its list copied. */
  public ScoreProfile {
    curve = List.copyOf(curve);
  }

  static ScoreProfile of(Ranking ranking) {
    return new ScoreProfile(
        ranking.rocAuc(),
        ranking.recallAt((int) ranking.positives()),
        Bootstrap.of(ranking),
        ranking.calibration(),
        Curve.of(ranking));
  }
}
