package io.github.warmbatch.learner;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Grows one tree on binned rows, each node split where it gains most. Used once. */
final class TreeGrower {
  private final TreeRows rows;
  private final TreeShape shape;
  private final int[] usable;
  private final Dice dice;
  private int[] nodes = new int[64];
  private float[] values = new float[64];
  private int size = 1;

  /** A grower that may ask for the usable features. */
  TreeGrower(TreeRows rows, TreeShape shape, int[] usable, Dice dice) {
    this.rows = rows;
    this.shape = shape;
    this.usable = usable.clone();
    this.dice = dice;
  }

  private record Node(int number, int from, int to, int depth) {
    int count() {
      return to - from;
    }
  }

  /** The tree. */
  Tree grow() {
    int[] features = shape.perNode() ? usable : draw();
    grow(new Node(0, 0, rows.count(), 0), features, null);
    return new Tree(Arrays.copyOf(nodes, size), Arrays.copyOf(values, size), shape.depth());
  }

  private void grow(Node node, int[] treeFeatures, @Nullable Histogram ready) {
    double gradient = rows.sum(rows.gradients(), node.from, node.to);
    double weight = rows.sum(rows.weights(), node.from, node.to);
    if (isFinished(node, gradient, weight)) {
      answer(node, gradient, weight);
      return;
    }
    int[] features = shape.perNode() ? draw() : treeFeatures;
    Histogram histogram = ready == null ? histogram(features, node) : ready;
    Split split = histogram.best(gradient, weight, shape);
    if (split.exists()) {
      ask(node, split, features, histogram);
    } else {
      answer(node, gradient, weight);
    }
  }

  private boolean isFinished(Node node, double gradient, double weight) {
    boolean pure = gradient == 0 || gradient == weight;
    return pure
        || node.depth == shape.depth()
        || weight < 2 * shape.leastWeight()
        || size + 2 > Tree.MOST_NODES;
  }

  private void answer(Node node, double gradient, double weight) {
    double total = weight + shape.lambda();
    nodes[node.number] = Tree.leaf(node.number);
    values[node.number] = total > 0 ? (float) (gradient / total) : 0;
  }

  private void ask(Node node, Split split, int[] features, Histogram histogram) {
    int middle = rows.partition(node.from, node.to, split);
    int left = twoMore();
    nodes[node.number] = Tree.inner(left, split.feature(), split.threshold());
    Node lower = new Node(left, node.from, middle, node.depth + 1);
    Node upper = new Node(left + 1, middle, node.to, node.depth + 1);
    if (shape.perNode() || lower.depth == shape.depth()) {
      grow(lower, features, null);
      grow(upper, features, null);
      return;
    }
    boolean lowerSmaller = lower.count() <= upper.count();
    Histogram smaller = histogram(features, lowerSmaller ? lower : upper);
    histogram.subtract(smaller);
    grow(lower, features, lowerSmaller ? smaller : histogram);
    grow(upper, features, lowerSmaller ? histogram : smaller);
  }

  private Histogram histogram(int[] features, Node node) {
    Histogram histogram = new Histogram(features);
    histogram.add(rows, node.from, node.to);
    return histogram;
  }

  private int twoMore() {
    if (size + 2 > nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
      values = Arrays.copyOf(values, 2 * values.length);
    }
    size += 2;
    return size - 2;
  }

  private int[] draw() {
    int count = shape.drawn(usable.length);
    dice.shuffleFront(usable, count);
    return Arrays.copyOf(usable, count);
  }
}
