package io.github.warmbatch.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the distributions of one column in two samples lie from each other.
 *
 * <p>The Jensen-Shannon distance to base two: the square root of the divergence of Lin,
 * <i>Divergence measures based on the Shannon entropy</i>, IEEE Transactions on Information Theory
 * 37, 1991, which Endres and Schindelin found to be a metric (2003). From 0 for equal distributions
 * to 1 for such as have no value in common, whatever the number of cells and rows, and defined
 * where a cell is empty on one side. For small differences its square is {@code 1 / (8 ln 2)} of
 * the population stability index.
 *
 * <p>Of two samples of one distribution, of n and m rows, {@code 8 ln(2)} times the squared
 * distance over {@code 1/n + 1/m} is about chi-square distributed with one degree of freedom less
 * than there are cells (as the statistic of likelihood is, Wilks 1938; see Grosse and others,
 * <i>Analysis of symbolic sequences using the Jensen-Shannon divergence</i>, Physical Review E 65,
 * 2002). For that to hold cells are taken together until they may be expected to hold five rows
 * (Cochran 1954), and a tenth of all where they are ordered.
 *
 * @param value the distance
 * @param byChance which distance is hardly exceeded by chance
 * @param greatest where the difference is greatest; null where there are too few rows to say
 *     anything
 */
record Distance(double value, double byChance, @Nullable Group greatest) {
  private static final Distance NONE = new Distance(0, 1, null);
  private static final double EXPECTED_ROWS = 5;
  private static final double TENTH = 0.1;
  private static final double LN_2 = Math.log(2);

  /** Whether it tells of more than chance. */
  boolean isBeyondChance() {
    return value > byChance;
  }

  /**
   * The distance between two samples.
   *
   * @param before for each cell the rows of the one sample
   * @param now for each cell the rows of the other one
   * @param chance how probable it is to be that chance exceeds {@link #byChance}
   */
  static Distance between(Cells cells, double[] before, double[] now, double chance) {
    double n = Arrays.stream(before).sum();
    double m = Arrays.stream(now).sum();
    if (Math.min(n, m) < EXPECTED_ROWS) {
      return NONE;
    }
    double least = EXPECTED_ROWS / Math.min(n, m);
    List<Group> groups =
        Grouping.of(
            cells,
            shares(before, n),
            shares(now, m),
            cells.areOrdered() ? Math.max(least, TENTH) : least);
    double divergence = Math.min(1, groups.stream().mapToDouble(Group::divergence).sum());
    double byChance =
        ChiSquare.exceededBy(chance, Math.max(1, groups.size() - 1)) * (1 / n + 1 / m) / (8 * LN_2);
    Group greatest =
        groups.stream().max(Comparator.comparingDouble(Group::divergence)).orElseThrow();
    return new Distance(Math.sqrt(divergence), Math.sqrt(byChance), greatest);
  }

  private static double[] shares(double[] counts, double sum) {
    return Arrays.stream(counts).map(count -> count / sum).toArray();
  }
}
