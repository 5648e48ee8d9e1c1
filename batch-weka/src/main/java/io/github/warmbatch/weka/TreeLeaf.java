package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weka.classifiers.trees.ht.ActiveHNode;
import weka.classifiers.trees.ht.SplitCandidate;
import weka.classifiers.trees.ht.SplitMetric;
import weka.classifiers.trees.ht.WeightMass;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A leaf that keeps for each attribute and class a normal density, from which it proposes splits
 * and answers by naive Bayes. Asking it changes nothing, which is not so of Weka's.
 */
final class TreeLeaf extends ActiveHNode {
  private static final long serialVersionUID = 1L;
  private static final double LEAST_SHARE = 1e-9;

  private final LeafRule rule;
  private final transient AttributeStatistics[] statistics;
  private double majorityLoss;
  private double bayesLoss;

  TreeLeaf(Instances header, LeafRule rule) {
    this.rule = rule;
    this.statistics = new AttributeStatistics[header.numAttributes() - 1];
    for (int i = 0; i < statistics.length; i++) {
      statistics[i] = new AttributeStatistics(i, header.attribute(i).isNominal());
    }
  }

  @Override
  public void updateNode(Instance row) {
    int label = (int) row.classValue();
    if (rule == LeafRule.ADAPTIVE) {
      double[] shares = shares(row.classAttribute());
      majorityLoss += loss(shares, label);
      bayesLoss += loss(bayes(row, shares), label);
    }
    updateDistribution(row);
    for (int i = 0; i < statistics.length; i++) {
      double value = row.value(i);
      if (!Double.isNaN(value)) {
        statistics[i].add(value, label);
      }
    }
  }

  @Override
  public List<SplitCandidate> getPossibleSplits(SplitMetric metric) {
    List<SplitCandidate> splits = new ArrayList<>();
    for (AttributeStatistics attribute : statistics) {
      SplitCandidate split = attribute.bestSplit(metric, m_classDistribution);
      if (split != null) {
        splits.add(split);
      }
    }
    return splits;
  }

  @Override
  public double[] getDistribution(Instance row, Attribute classes) {
    double[] shares = shares(classes);
    boolean asMet =
        rule == LeafRule.MAJORITY || (rule == LeafRule.ADAPTIVE && majorityLoss < bayesLoss);
    return asMet ? shares : bayes(row, shares);
  }

  /** The weight of each class met here, one where it was not. */
  private double[] shares(Attribute classes) {
    double[] shares = new double[classes.numValues()];
    for (int label = 0; label < shares.length; label++) {
      WeightMass mass = m_classDistribution.get(classes.value(label));
      shares[label] = mass == null ? 1 : mass.m_weight;
    }
    return shares;
  }

  private static double loss(double[] shares, int label) {
    return -Math.log(Math.max(LEAST_SHARE, shares[label] / Utils.sum(shares)));
  }

  private double[] bayes(Instance row, double[] shares) {
    double[] logarithms = new double[shares.length];
    for (int label = 0; label < shares.length; label++) {
      logarithms[label] = Math.log(shares[label]);
      for (int i = 0; i < statistics.length; i++) {
        double value = row.value(i);
        if (!Double.isNaN(value)) {
          logarithms[label] += statistics[i].logarithm(value, label);
        }
      }
    }
    double most = logarithms[Utils.maxIndex(logarithms)];
    for (int label = 0; label < shares.length; label++) {
      logarithms[label] = Math.exp(logarithms[label] - most);
    }
    return logarithms;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(m_classDistribution.size());
    for (Map.Entry<String, WeightMass> entry : m_classDistribution.entrySet()) {
      out.writeInt(ClassNames.label(entry.getKey()));
      StateOutput.finite(out, "a weight", entry.getValue().m_weight);
    }
    StateOutput.finite(out, "a weight", m_weightSeenAtLastSplitEval);
    StateOutput.finite(out, "a loss", majorityLoss);
    StateOutput.finite(out, "a loss", bayesLoss);
    for (AttributeStatistics attribute : statistics) {
      attribute.write(out);
    }
  }

  void read(StateInput in, int classes) throws StateFormatException {
    int met = in.whole("a number of classes", 0, classes);
    for (int i = 0; i < met; i++) {
      WeightMass mass = new WeightMass();
      @Nullable Object earlier =
          m_classDistribution.put(ClassNames.name(in.whole("a class", 0, classes - 1)), mass);
      mass.m_weight = in.weight("a weight");
      if (earlier != null) {
        throw new StateFormatException("A class is listed twice");
      }
    }
    m_weightSeenAtLastSplitEval = in.weight("a weight");
    majorityLoss = in.weight("a loss");
    bayesLoss = in.weight("a loss");
    for (AttributeStatistics attribute : statistics) {
      attribute.read(in, classes);
    }
  }
}
