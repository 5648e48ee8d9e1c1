package io.github.warmbatch.drift;

import io.github.warmbatch.evaluation.Interval;
import io.github.warmbatch.evaluation.ScoreProfile;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The test of the score before learning; {@link DriftDetector} says how it decides. */
final class ScoreDrift {
  static final int WINDOW = 14;
  private static final int RECENT = 7;
  private static final int FEWEST = 6;
  private static final double LEAST_LOSS = 0.1;
  private static final double LEAST_SPREAD = 1e-6;

  /**
   * What the statistic exceeds once in a thousand cases where scores are normally distributed, for
   * 6 scores up to 14, of which the lowest is left out; by simulation of eight million cases each.
   */
  private static final double[] ONCE_IN_A_THOUSAND = {
    9.85, 7.80, 6.68, 6.01, 5.56, 5.22, 4.96, 4.78, 4.62
  };

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
    if (newest == null || points.size() < FEWEST) {
      return Optional.empty();
    }
    List<Point> recent = points.subList(0, Math.min(points.size(), RECENT));
    return isAsLow(newest, recent) ? Optional.empty() : finding(newest, points);
  }

  private static Optional<DriftFinding> finding(Point now, List<Point> before) {
    List<Point> kept =
        before.stream().sorted(Comparator.comparingDouble(Point::value)).skip(1).toList();
    double mean = mean(kept, Point::value);
    double between =
        mean(kept, point -> square(point.value - mean)) * kept.size() / (kept.size() - 1);
    double within = mean(kept, Point::variance);
    double variance = Math.max(between, within) / kept.size() + Math.max(between, now.variance);
    double loss = mean - now.value;
    double deviations = loss / Math.max(LEAST_SPREAD, Math.sqrt(variance));
    double threshold = ONCE_IN_A_THOUSAND[before.size() - FEWEST];
    if (deviations <= threshold || loss < LEAST_LOSS * mean) {
      return Optional.empty();
    }
    String evidence =
        String.format(
            Locale.ROOT,
            "%.4f before learning, %.4f on average over the %d data sets before",
            now.value,
            mean,
            before.size());
    return Optional.of(
        new DriftFinding(
            DriftFinding.Kind.SCORE, "average precision", deviations, threshold, evidence));
  }

  /** Whether one of these was as low already, as far as intervals of 95 % tell. */
  private static boolean isAsLow(Point now, List<Point> recent) {
    return recent.stream()
        .anyMatch(
            point ->
                point.value - now.value <= WIDTH / 2 * Math.sqrt(point.variance + now.variance));
  }

  private static double mean(List<Point> points, ToDoubleFunction<Point> figure) {
    return points.stream().mapToDouble(figure).average().orElse(0);
  }

  private static double square(double value) {
    return value * value;
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
