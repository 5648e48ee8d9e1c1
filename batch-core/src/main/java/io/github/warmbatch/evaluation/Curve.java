package io.github.warmbatch.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The precision-recall curve of a ranking: the thresholds at which recall grows. */
final class Curve {
  /** How many points are kept; a manifest holds two curves. */
  static final int MOST = 50;

  private Curve() {}

  /** All points, or so many of them, evenly over the recall, that few enough are left. */
  static List<CurvePoint> of(Ranking ranking) {
    List<CurvePoint> points = new ArrayList<>();
    long found = 0;
    long seen = 0;
    long kept = 0;
    for (Steps step = ranking.steps(); step.next(); ) {
      seen += step.rows();
      if (step.positives() > 0) {
        found += step.positives();
        long mark = found * MOST / ranking.positives();
        if (ranking.positives() <= MOST || mark > kept) {
          points.add(new CurvePoint(seen, found));
          kept = mark;
        }
      }
    }
    return points;
  }
}
