package io.github.warmbatch.drift;

import io.github.warmbatch.evaluation.Interval;
import io.github.warmbatch.evaluation.ScoreProfile;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The test of the score before learning; {@link DriftDetector} says how it decides. */
final class ScoreDrift {
  static final int WINDOW = 14;
  private static final double LEAST_LOSS = 0.1;
  private static final double LEAST_SPREAD = 1e-6;

  /** What Student's t exceeds once in a thousand cases, from 4 degrees of freedom up to 13. */
  private static final double[] ONCE_IN_A_THOUSAND = {
    7.1732, 5.8934, 5.2076, 4.7853, 4.5008, 4.2968, 4.1437, 4.0247, 3.9296, 3.8520
  };

  private static final int FEWEST = 5;

  /** The standard deviations between the ends of an interval of 95 %. */
  private static final double WIDTH = 2 * 1.959964;

  private ScoreDrift() {}

  /** A score and the variance that its bootstrap interval tells of. */
  private record Point(double value, double variance) {}

  /**
   * What is found, if anything.
   *
   * @param before the scores before, newest first
   */
  static Optional<DriftFinding> finding(@Nullable Scorecard now, List<Scorecard> before) {
    Point newest = point(now);
    List<Point> points = new ArrayList<>();
    for (Scorecard card : before.subList(0, Math.min(before.size(), WINDOW))) {
      Point point = point(card);
      if (point != null) {
        points.add(point);
      }
    }
    return newest == null || points.size() < FEWEST ? Optional.empty() : finding(newest, points);
  }

  private static Optional<DriftFinding> finding(Point now, List<Point> before) {
    int count = before.size();
    double mean = before.stream().mapToDouble(Point::value).average().orElse(0);
    double between =
        before.stream().mapToDouble(p -> (p.value - mean) * (p.value - mean)).sum() / (count - 1);
    double within = before.stream().mapToDouble(Point::variance).average().orElse(0);
    double variance = Math.max(between, within) / count + Math.max(between, now.variance);
    double loss = mean - now.value;
    double t = loss / Math.max(LEAST_SPREAD, Math.sqrt(variance));
    double threshold = ONCE_IN_A_THOUSAND[count - FEWEST];
    if (t <= threshold || loss < LEAST_LOSS * mean) {
      return Optional.empty();
    }
    String evidence =
        String.format(
            Locale.ROOT,
            "%.4f before learning, %.4f on average over the %d data sets before",
            now.value,
            mean,
            count);
    return Optional.of(
        new DriftFinding(DriftFinding.Kind.SCORE, "average precision", t, threshold, evidence));
  }

  private static @Nullable Point point(@Nullable Scorecard card) {
    ScoreProfile profile = card == null ? null : card.profile();
    Interval interval = profile == null ? null : profile.averagePrecisionInterval();
    Double value = card == null ? null : card.averagePrecision();
    if (interval == null || value == null) {
      return null;
    }
    double deviation = (interval.high() - interval.low()) / WIDTH;
    return new Point(value, deviation * deviation);
  }
}
