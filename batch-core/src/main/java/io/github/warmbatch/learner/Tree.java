package io.github.warmbatch.learner;

/**
 * A decision tree. A node is one int: the number of its left child (the right one is next), 13
 * bits; the feature it asks for, 12 bits; the highest code that goes left, 7 bits. A leaf is its
 * own left child and sends everything there, so that a walk takes the same number of steps without
 * a branch. Immutable by contract.
 */
final class Tree {
  /** No tree has more nodes. */
  static final int MOST_NODES = 1 << 13;

  private static final int CODE_BITS = 7;
  private static final int FEATURE_BITS = 12;
  private static final int FEATURES = (1 << FEATURE_BITS) - 1;
  private final int[] nodes;
  private final float[] values;
  private final int depth;

  Tree(int[] nodes, float[] values, int depth) {
    this.nodes = nodes;
    this.values = values;
    this.depth = depth;
  }

  /** The nodes, the root first. */
  int[] nodes() {
    return nodes;
  }

  /** For each node what the tree says there. */
  float[] values() {
    return values;
  }

  /** How many steps lead to every leaf. */
  int depth() {
    return depth;
  }

  /** A node that asks. */
  static int inner(int left, int feature, int threshold) {
    return (left << (FEATURE_BITS + CODE_BITS)) | (feature << CODE_BITS) | threshold;
  }

  /** A node that answers. */
  static int leaf(int itself) {
    return inner(itself, 0, Bins.TOP);
  }

  static int left(int node) {
    return node >>> (FEATURE_BITS + CODE_BITS);
  }

  static int feature(int node) {
    return (node >>> CODE_BITS) & FEATURES;
  }

  static int threshold(int node) {
    return node & Bins.TOP;
  }

  /** What the tree says of the row that begins there. */
  float value(byte[] codes, int start) {
    int[] asked = nodes;
    int at = 0;
    int before = -1;
    for (int left = depth; left > 0 && at != before; left--) {
      before = at;
      int node = asked[at];
      at = left(node) + ((threshold(node) - codes[start + feature(node)]) >>> 31);
    }
    return values[at];
  }
}
