package io.github.warmbatch.learner;

/**
 * What a tree is grown on.
 *
 * @param codes the rows
 * @param gradients for each row the direction in which its value is to move, weighted
 * @param weights for each row its weight, or the curvature there
 * @param order the rows that take part; reordered while the tree grows
 */
record TreeRows(Codes codes, double[] gradients, double[] weights, int[] order) {

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
