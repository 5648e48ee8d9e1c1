package io.github.warmbatch.drift;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One column of a data set, and of those before it; {@link DriftDetector} says how it decides. */
final class ColumnComparison {
  private static final double LEAST_DISTANCE = 0.2;
  private static final double MARGIN = 1.25;
  private static final int FEW_ROWS = 20;

  private final Cells cells;
  private final double chance;
  private final double[] now;
  private final double[] pool;

  /**
   * A comparison.
   *
   * @param cells the counts of the data set, and then of those before it, three or more
   * @param chance how probable a false alarm is to be
   */
  ColumnComparison(Cells cells, double chance) {
    this.cells = cells;
    this.chance = chance;
    this.now = cells.counts(0);
    this.pool = new double[cells.size()];
    for (int set = 1; set < cells.sets(); set++) {
      for (int cell = 0; cell < pool.length; cell++) {
        pool[cell] += cells.counts(set)[cell];
      }
    }
  }

  /** What is found, if anything. */
  Optional<DriftFinding> finding(String column) {
    Distance distance = Distance.between(cells, pool, now, chance);
    Group greatest = distance.greatest();
    if (!matters(distance) || greatest == null) {
      return Optional.empty();
    }
    double threshold =
        Math.max(Math.max(LEAST_DISTANCE, distance.byChance()), MARGIN * usualDistance());
    if (distance.value() <= threshold || isLikeOneOfThem(distance.value())) {
      return Optional.empty();
    }
    return Optional.of(
        new DriftFinding(
            DriftFinding.Kind.COLUMN, column, distance.value(), threshold, evidence(greatest)));
  }

  private static boolean matters(Distance distance) {
    return distance.isBeyondChance() && distance.value() > LEAST_DISTANCE;
  }

  /**
   * How far the data sets before lie from each other, each from the others together: the greatest
   * but one, lest one that was odd hides what follows it.
   */
  private double usualDistance() {
    double[] distances = new double[cells.sets() - 1];
    for (int set = 1; set < cells.sets(); set++) {
      double[] own = cells.counts(set);
      double[] others = pool.clone();
      for (int cell = 0; cell < others.length; cell++) {
        others[cell] = Math.max(0, others[cell] - own[cell]);
      }
      Distance distance = Distance.between(cells, others, own, chance);
      distances[set - 1] = distance.isBeyondChance() ? distance.value() : 0;
    }
    Arrays.sort(distances);
    return distances[distances.length - 2];
  }

  /**
   * Whether one of the data sets before, by itself, was such already: not told from this one, and
   * at most half as far from it as all of them are. One of a few rows is not told from any.
   */
  private boolean isLikeOneOfThem(double distance) {
    for (int set = 1; set < cells.sets(); set++) {
      double[] own = cells.counts(set);
      Distance other = Distance.between(cells, own, now, chance);
      boolean isTold = matters(other) || other.value() > distance / 2;
      if (!isTold && Math.min(Arrays.stream(own).sum(), Arrays.stream(now).sum()) >= FEW_ROWS) {
        return true;
      }
    }
    return false;
  }

  private String evidence(Group group) {
    return String.format(
        Locale.ROOT,
        "%s in %.1f %% of the rows, %.1f %% before",
        cells.name(group.first(), group.last()),
        100 * group.now(),
        100 * group.before());
  }
}
