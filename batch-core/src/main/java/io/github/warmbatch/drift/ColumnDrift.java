package io.github.warmbatch.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The test of the columns' distributions; {@link DriftDetector} says how it decides. */
final class ColumnDrift {
  static final int WINDOW = 7;
  private static final int FEWEST = 3;
  private static final double LEAST_DISTANCE = 0.2;
  private static final double MARGIN = 1.25;
  private static final double FALSE_ALARMS = 0.001;

  private final List<DataProfile> before;
  private final double chance;

  private ColumnDrift(List<DataProfile> before, int columns) {
    this.before = before;
    this.chance = FALSE_ALARMS / Math.max(1, columns);
  }

  /**
   * What is found, the most conspicuous first.
   *
   * @param before the data sets before, newest first
   */
  static List<DriftFinding> findings(DataProfile now, List<DataProfile> before) {
    List<DataProfile> window = before.subList(0, Math.min(before.size(), WINDOW));
    ColumnDrift test = new ColumnDrift(window, now.columns().size());
    List<DriftFinding> findings = new ArrayList<>();
    for (Map.Entry<String, ColumnProfile> column : now.columns().entrySet()) {
      test.finding(column.getKey(), column.getValue()).ifPresent(findings::add);
    }
    findings.sort(
        Comparator.comparingDouble((DriftFinding found) -> found.threshold() - found.statistic()));
    return findings;
  }

  private Optional<DriftFinding> finding(String name, ColumnProfile now) {
    List<ColumnProfile> profiles = new ArrayList<>(List.of(now));
    for (DataProfile data : before) {
      ColumnProfile profile = data.columns().get(name);
      if (profile != null && profile.getClass() == now.getClass()) {
        profiles.add(profile);
      }
    }
    if (profiles.size() <= FEWEST) {
      return Optional.empty();
    }
    Cells cells = Cells.of(profiles);
    double[] pool = pool(cells);
    Distance distance = Distance.between(cells, pool, cells.counts(0), chance);
    double threshold = Math.max(LEAST_DISTANCE, distance.byChance());
    if (distance.value() <= threshold) {
      return Optional.empty();
    }
    threshold = Math.max(threshold, MARGIN * spread(cells, pool));
    Group greatest = distance.greatest();
    return distance.value() <= threshold || greatest == null
        ? Optional.empty()
        : Optional.of(
            new DriftFinding(
                DriftFinding.Kind.COLUMN,
                name,
                distance.value(),
                threshold,
                evidence(cells, greatest)));
  }

  private static String evidence(Cells cells, Group group) {
    return String.format(
        Locale.ROOT,
        "%s in %.1f %% of the rows, %.1f %% before",
        cells.name(group.first(), group.last()),
        100 * group.now(),
        100 * group.before());
  }

  /** How far the data sets before lie from each other, each from the others, at most. */
  private double spread(Cells cells, double[] pool) {
    double spread = 0;
    for (int set = 1; set < cells.sets(); set++) {
      double[] own = cells.counts(set);
      double[] others = pool.clone();
      for (int cell = 0; cell < others.length; cell++) {
        others[cell] = Math.max(0, others[cell] - own[cell]);
      }
      Distance distance = Distance.between(cells, others, own, chance);
      if (distance.isBeyondChance()) {
        spread = Math.max(spread, distance.value());
      }
    }
    return spread;
  }

  /** All data sets before as one. */
  private static double[] pool(Cells cells) {
    double[] pool = new double[cells.size()];
    for (int set = 1; set < cells.sets(); set++) {
      for (int cell = 0; cell < pool.length; cell++) {
        pool[cell] += cells.counts(set)[cell];
      }
    }
    return pool;
  }
}
