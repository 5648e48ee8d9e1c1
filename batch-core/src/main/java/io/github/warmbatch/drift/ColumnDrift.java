package io.github.warmbatch.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The test of the columns' distributions; {@link DriftDetector} says how it decides. */
final class ColumnDrift {
  static final int WINDOW = 7;
  private static final int FEWEST = 3;
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
    return new ColumnComparison(Cells.of(profiles), chance).finding(name);
  }
}
