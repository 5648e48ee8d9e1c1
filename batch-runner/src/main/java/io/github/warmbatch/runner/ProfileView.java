package io.github.warmbatch.runner;

import io.github.warmbatch.evaluation.Calibration;
import io.github.warmbatch.evaluation.CurvePoint;
import io.github.warmbatch.evaluation.Interval;
import io.github.warmbatch.evaluation.ScoreProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scorecard's profile adds to its measures, for programs and for people. */
final class ProfileView {
  private ProfileView() {}

  /** The interval, the bins and the curve by their stable names. */
  static Map<String, @Nullable Object> fields(ScoreProfile profile, long positives) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("averagePrecisionInterval", interval(profile.averagePrecisionInterval()));
    fields.put("calibration", profile.calibration().bins().stream().map(ProfileView::bin).toList());
    fields.put("curve", profile.curve().stream().map(point -> point(point, positives)).toList());
    return fields;
  }

  /** The interval, to stand behind average precision; empty where there is none. */
  static String beside(@Nullable ScoreProfile profile) {
    Interval interval = profile == null ? null : profile.averagePrecisionInterval();
    return interval == null
        ? ""
        : ", 95 %% of resamples within %s to %s"
            .formatted(ScorecardView.number(interval.low()), ScorecardView.number(interval.high()));
  }

  private static @Nullable Map<String, Object> interval(@Nullable Interval interval) {
    if (interval == null) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("low", interval.low());
    fields.put("high", interval.high());
    return fields;
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
