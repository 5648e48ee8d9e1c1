package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weka.classifiers.trees.HoeffdingTree;
import weka.classifiers.trees.ht.ActiveHNode;
import weka.classifiers.trees.ht.HNode;
import weka.classifiers.trees.ht.InfoGainSplitMetric;
import weka.classifiers.trees.ht.SplitCandidate;
import weka.classifiers.trees.ht.SplitNode;
import weka.classifiers.trees.ht.WeightMass;
import weka.core.Instances;

/**
 * Weka's Hoeffding tree with three differences beside its leaves' {@link LeafRule}. It stops
 * growing at a number of leaves. Its leaves keep statistics of ours, see {@link TreeLeaf}: Weka's
 * take a share for a weight where they estimate what lies on either side of a threshold. A row
 * without a value goes where more rows go, instead of being lost.
 */
final class BoundedTree extends HoeffdingTree {
  private static final long serialVersionUID = 1L;
  private static final int LEAF = 0;
  private static final int SPLIT = 1;

  private final transient TreeSettings settings;
  private int leaves = 1;

  BoundedTree(Instances header, TreeSettings settings) {
    this.settings = settings;
    m_gracePeriod = settings.gracePeriod();
    m_splitConfidence = settings.splitConfidence();
    m_hoeffdingTieThreshold = settings.tieThreshold();
    m_splitMetric = new InfoGainSplitMetric(settings.minBranchFraction());
    m_header = header;
    m_root = newLearningNode();
  }

  @Override
  public void buildClassifier(Instances header) {
    throw new UnsupportedOperationException("It is built when it is made");
  }

  @Override
  protected TreeLeaf newLearningNode() {
    return new TreeLeaf(m_header, settings.rule());
  }

  @Override
  protected void trySplit(ActiveHNode node, @Nullable SplitNode parent, @Nullable String branch) {
    if (leaves >= settings.maxLeaves() || node.numEntriesInClassDistribution() < 2) {
      return;
    }
    SplitCandidate best = best((TreeLeaf) node);
    if (best == null) {
      return;
    }
    TreeSplit split = new TreeSplit((Threshold) best.m_splitTest);
    split.setChild(Threshold.LEFT, child(best.m_postSplitClassDistributions.get(0)));
    split.setChild(Threshold.RIGHT, child(best.m_postSplitClassDistributions.get(1)));
    leaves++;
    if (parent == null) {
      m_root = split;
    } else {
      parent.setChild(branch, split);
    }
  }

  private @Nullable SplitCandidate best(TreeLeaf leaf) {
    List<SplitCandidate> splits = leaf.getPossibleSplits(m_splitMetric);
    SplitCandidate best = null;
    double second = 0; // not to split at all
    for (SplitCandidate split : splits) {
      if (best == null || split.m_splitMerit > best.m_splitMerit) {
        second = best == null ? second : Math.max(second, best.m_splitMerit);
        best = split;
      } else {
        second = Math.max(second, split.m_splitMerit);
      }
    }
    double range = m_splitMetric.getMetricRange(leaf.m_classDistribution);
    double bound = computeHoeffdingBound(range, m_splitConfidence, leaf.totalWeight());
    boolean clear =
        best != null
            && best.m_splitMerit > 0
            && (best.m_splitMerit - second > bound || bound < m_hoeffdingTieThreshold);
    return clear ? best : null;
  }

  private TreeLeaf child(Map<String, WeightMass> distribution) {
    TreeLeaf leaf = newLearningNode();
    leaf.m_classDistribution.putAll(distribution);
    leaf.m_weightSeenAtLastSplitEval = leaf.totalWeight();
    return leaf;
  }

  void write(DataOutput out) throws IOException {
    write(out, m_root);
  }

  private void write(DataOutput out, HNode node) throws IOException {
    if (node instanceof TreeSplit split) {
      out.writeInt(SPLIT);
      split.threshold().write(out);
      write(out, split.child(Threshold.LEFT));
      write(out, split.child(Threshold.RIGHT));
    } else {
      out.writeInt(LEAF);
      ((TreeLeaf) node).write(out);
    }
  }

  void read(StateInput in) throws StateFormatException {
    m_root = readNode(in);
  }

  private HNode readNode(StateInput in) throws StateFormatException {
    if (in.whole("a kind of node", LEAF, SPLIT) == LEAF) {
      TreeLeaf leaf = newLearningNode();
      leaf.read(in, m_header.numClasses());
      return leaf;
    }
    if (++leaves > settings.maxLeaves()) {
      throw new StateFormatException(
          "The tree has more than %d leaves".formatted(settings.maxLeaves()));
    }
    TreeSplit split = new TreeSplit(Threshold.read(in, m_header.numAttributes() - 1));
    split.setChild(Threshold.LEFT, readNode(in));
    split.setChild(Threshold.RIGHT, readNode(in));
    return split;
  }
}
