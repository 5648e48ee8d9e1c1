package io.github.warmbatch.drift;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing in which a data set is not like the ones before it.
 *
 * @param kind what was tested
 * @param name the column, or the figure
 * @param statistic how far off it is, in the units of the kind's test
 * @param threshold what that would have to stay within
 * @param evidence what was counted, for people, on one line unless the data's values are not
 */
public record DriftFinding(
    Kind kind, String name, double statistic, double threshold, String evidence) {
  /** A finding. */
  public DriftFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(evidence, "evidence");
  }

  /** What is tested. */
  public enum Kind {
    /** How a column's values are distributed. */
    COLUMN("Jensen-Shannon distance"),
    /** How good the model is on the data set before it learns from it. */
    SCORE("standard deviations below the mean");

    private final String statistic;

    Kind(String statistic) {
      this.statistic = statistic;
    }

    /** The name of the test's statistic. */
    public String statistic() {
      return statistic;
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s %.2f, alarm above %.2f): %s",
        name,
        kind.statistic(),
        statistic,
        threshold,
        evidence);
  }
}
