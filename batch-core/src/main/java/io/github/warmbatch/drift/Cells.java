package io.github.warmbatch.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The profiles of one column in several data sets over the same cells: bins of numbers, ascending,
 * or values; and behind them two that are of another kind, the other values and those missing. Not
 * changed once it is made.
 */
final class Cells {
  private static final int SPECIAL = 2;

  private final int plain;
  private final boolean ordered;
  private final Names names;
  private final double[][] counts;

  private Cells(int plain, boolean ordered, Names names, double[][] counts) {
    this.plain = plain;
    this.ordered = ordered;
    this.names = names;
    this.counts = counts;
  }

  /** Names neighbouring cells, for people. */
  @FunctionalInterface
  private interface Names {
    /** What the plain cells from the first to the last, both included, hold. */
    String of(int first, int last);
  }

  /** How many cells hold bins or values. */
  int plain() {
    return plain;
  }

  /** Whether neighbours are alike. */
  boolean areOrdered() {
    return ordered;
  }

  /** How many data sets there are. */
  int sets() {
    return counts.length;
  }

  /**
   * For each cell how many rows of a data set it holds; no whole numbers where a value's count is
   * not known but for a bound. Not a copy: do not write.
   */
  double[] counts(int set) {
    return counts[set];
  }

  /** How many cells there are. */
  int size() {
    return plain + SPECIAL;
  }

  /** The cell of values that have none of their own. */
  int others() {
    return plain;
  }

  /** The cell of rows without a value. */
  int missing() {
    return plain + 1;
  }

  /** What cells from the first to the last, both included, hold, for people. */
  String name(int first, int last) {
    if (first == missing()) {
      return "no value";
    }
    return first == others() ? "other values" : names.of(first, last);
  }

  /**
   * Profiles of one column.
   *
   * @throws IllegalArgumentException when they are not all of one kind
   */
  static Cells of(List<ColumnProfile> profiles) {
    if (profiles.stream().allMatch(NumberProfile.class::isInstance)) {
      return ofNumbers(profiles.stream().map(NumberProfile.class::cast).toList());
    }
    if (profiles.stream().allMatch(ValueProfile.class::isInstance)) {
      return ofValues(profiles.stream().map(ValueProfile.class::cast).toList());
    }
    throw new IllegalArgumentException("Numbers are not compared with values");
  }

  private static Cells ofNumbers(List<NumberProfile> profiles) {
    int shift = profiles.stream().mapToInt(NumberProfile::shift).max().orElse(0);
    TreeSet<Long> union = new TreeSet<>();
    profiles.forEach(profile -> union.addAll(profile.binsAt(shift)));
    List<Long> bins = new ArrayList<>(union);
    Map<Long, Integer> cells = positions(bins);
    double[][] counts = new double[profiles.size()][bins.size() + SPECIAL];
    for (int set = 0; set < counts.length; set++) {
      NumberProfile profile = profiles.get(set);
      List<Long> own = profile.binsAt(shift);
      for (int i = 0; i < own.size(); i++) {
        counts[set][cells.getOrDefault(own.get(i), 0)] += profile.counts().get(i);
      }
      counts[set][bins.size() + 1] = profile.missing();
    }
    return new Cells(
        bins.size(),
        true,
        (first, last) ->
            range(
                NumberProfile.least(bins.get(first), shift),
                NumberProfile.greatest(bins.get(last), shift)),
        counts);
  }

  /** A value that one data set does not tell of is taken for as frequent there as it may be. */
  private static Cells ofValues(List<ValueProfile> profiles) {
    TreeSet<String> union = new TreeSet<>();
    profiles.forEach(profile -> union.addAll(profile.values()));
    List<String> values = new ArrayList<>(union);
    Map<String, Integer> cells = positions(values);
    double[][] counts = new double[profiles.size()][values.size() + SPECIAL];
    for (int set = 0; set < counts.length; set++) {
      ValueProfile profile = profiles.get(set);
      int untold = values.size() - profile.values().size();
      double most =
          Math.min((double) profile.mostOther(), (double) profile.others() / Math.max(1, untold));
      Arrays.fill(counts[set], 0, values.size(), most);
      for (int i = 0; i < profile.values().size(); i++) {
        counts[set][cells.getOrDefault(profile.values().get(i), 0)] = profile.counts().get(i);
      }
      counts[set][values.size()] = Math.max(0, profile.others() - untold * most);
      counts[set][values.size() + 1] = profile.missing();
    }
    return new Cells(
        values.size(), false, (first, last) -> "'%s'".formatted(values.get(first)), counts);
  }

  private static <T> Map<T, Integer> positions(List<T> list) {
    Map<T, Integer> positions = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      positions.put(list.get(i), i);
    }
    return positions;
  }

  private static String range(double low, double high) {
    String from = shown(low);
    String to = shown(high);
    return from.equals(to) ? from : "from %s to %s".formatted(from, to);
  }

  /** Four digits, or all of a whole number that has few. */
  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
