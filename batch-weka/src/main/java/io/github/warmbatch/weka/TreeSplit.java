package io.github.warmbatch.weka;

import java.util.LinkedHashMap;
import java.util.Objects;
import weka.classifiers.trees.ht.HNode;
import weka.classifiers.trees.ht.SplitNode;

/** Weka's inner node with its children within reach. */
final class TreeSplit extends SplitNode {
  private static final long serialVersionUID = 1L;

  TreeSplit(Threshold threshold) {
    super(new LinkedHashMap<>(), threshold);
  }

  Threshold threshold() {
    return (Threshold) m_split;
  }

  HNode child(String branch) {
    return Objects.requireNonNull(m_children.get(branch), branch);
  }
}
