package io.github.warmbatch.learner;

/** What a tree is grown on. */
final class TreeRows {
  private final Codes codes;
  private final double[] gradients;
  private final double[] weights;
  private final int[] order;

  TreeRows(Codes codes, double[] gradients, double[] weights, int[] order) {
    this.codes = codes;
    this.gradients = gradients;
    this.weights = weights;
    this.order = order;
  }

  /** The rows. */
  Codes codes() {
    return codes;
  }

  /** For each row the direction in which its value is to move, weighted. */
  double[] gradients() {
    return gradients;
  }

  /** For each row its weight, or the curvature there. */
  double[] weights() {
    return weights;
  }

  /** The rows that take part; reordered while the tree grows. */
  int[] order() {
    return order;
  }

  /** Moves the rows that a split sends left to the front of the range; returns where they end. */
  int partition(int from, int to, Split split) {
    int left = from;
    int right = to - 1;
    while (left <= right) {
      if (codes.get(order[left], split.feature()) <= split.threshold()) {
        left++;
      } else {
        int kept = order[left];
        order[left] = order[right];
        order[right--] = kept;
      }
    }
    return left;
  }
}
