package io.github.warmbatch.learner;

/**
 * How trees are grown.
 *
 * @param depth how many questions lead to a leaf at most
 * @param rows the share of rows that a tree is grown on
 * @param features the share of features among which is chosen
 * @param perNode whether the features are drawn anew for each node, not once for the tree
 * @param lambda added to the weight of a leaf: draws its value towards zero
 * @param leastWeight no leaf has less
 */
record TreeShape(
    int depth, double rows, double features, boolean perNode, double lambda, double leastWeight) {

  /** Small trees that each add a little. */
  static final TreeShape BOOSTED = new TreeShape(4, 0.5, 0.5, false, 1, 0.3);

  /** Large trees that each have an opinion of their own. */
  static final TreeShape VOTING = new TreeShape(12, 0.63, 0.34, true, 0, 1e-6);

  /** How many of so many features are looked at. */
  int drawn(int usable) {
    return Math.min(usable, (int) Math.ceil(features * usable));
  }
}
