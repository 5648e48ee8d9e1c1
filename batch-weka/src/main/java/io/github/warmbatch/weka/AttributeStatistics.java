package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weka.classifiers.trees.ht.SplitCandidate;
import weka.classifiers.trees.ht.SplitMetric;
import weka.classifiers.trees.ht.WeightMass;

/** For each class met at a leaf how the values of one attribute lie. */
final class AttributeStatistics {
  private static final int POINTS = 32;
  private static final NormalDensity UNMET = new NormalDensity();

  private final int attribute;
  private final boolean flag;
  private final SortedMap<Integer, Spread> spreads = new TreeMap<>();

  /**
   * No values yet.
   *
   * @param flag whether they will be ones and noughts
   */
  AttributeStatistics(int attribute, boolean flag) {
    this.attribute = attribute;
    this.flag = flag;
  }

  void add(double value, int label) {
    spreads.computeIfAbsent(label, unmet -> new Spread()).add(value);
  }

  /** The logarithm of the density, or the probability, of a value among those of a class. */
  double logarithm(double value, int label) {
    Spread spread = spreads.get(label);
    NormalDensity density = spread == null ? UNMET : spread.density();
    return flag ? logarithmOfFlag(value, density) : density.logarithm(value);
  }

  /** The mean of ones and noughts is the share of ones; one of each is counted in advance. */
  private static double logarithmOfFlag(double value, NormalDensity density) {
    double ones = (density.weight() * density.mean() + 1) / (density.weight() + 2);
    return Math.log(value > 0 ? ones : 1 - ones);
  }

  /** The best of a few thresholds at equal distances, none where all values are equal. */
  @Nullable SplitCandidate bestSplit(SplitMetric metric, Map<String, WeightMass> before) {
    double least = spreads.values().stream().mapToDouble(Spread::least).min().orElse(0);
    double most = spreads.values().stream().mapToDouble(Spread::most).max().orElse(0);
    SplitCandidate best = null;
    for (int i = 1; i <= POINTS; i++) {
      double point = least + (most - least) * i / (POINTS + 1);
      if (point > least && point < most) {
        SplitCandidate split = split(point, metric, before);
        best = best == null || split.m_splitMerit > best.m_splitMerit ? split : best;
      }
    }
    return best;
  }

  private SplitCandidate split(double point, SplitMetric metric, Map<String, WeightMass> before) {
    Map<String, WeightMass> left = new LinkedHashMap<>();
    Map<String, WeightMass> right = new LinkedHashMap<>();
    spreads.forEach(
        (label, spread) -> {
          double below = spread.weightUpTo(point);
          put(left, label, below);
          put(right, label, spread.density().weight() - below);
        });
    List<Map<String, WeightMass>> after = List.of(left, right);
    boolean missingLeft = SplitMetric.sum(left) >= SplitMetric.sum(right);
    return new SplitCandidate(
        new Threshold(attribute, point, missingLeft), after, metric.evaluateSplit(before, after));
  }

  private static void put(Map<String, WeightMass> masses, int label, double weight) {
    if (weight > 0) {
      WeightMass mass = new WeightMass();
      mass.m_weight = weight;
      masses.put(ClassNames.name(label), mass);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(spreads.size());
    for (Map.Entry<Integer, Spread> entry : spreads.entrySet()) {
      out.writeInt(entry.getKey());
      entry.getValue().write(out);
    }
  }

  void read(StateInput in, int classes) throws StateFormatException {
    int met = in.whole("a number of classes", 0, classes);
    for (int i = 0; i < met; i++) {
      int label = in.whole("a class", 0, classes - 1);
      if (spreads.put(label, Spread.read(in)) != null) {
        throw new StateFormatException("A class is listed twice");
      }
    }
  }
}
