package io.github.warmbatch.learner;

import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosting of the logistic loss by second-order steps (Friedman, <i>Greedy function
 * approximation</i>, 2001; Chen and Guestrin, <i>XGBoost</i>, KDD 2016) that is carried on: each
 * batch the oldest trees go and new ones are fitted to what is left over. The reservoir's rows keep
 * their margins, so that only the trees that go and come are walked. For one thread.
 */
final class Boosting {
  private static final int TREES = 40;
  private static final int TREES_A_BATCH = 4;
  private static final double RATE = 0.15;
  private Tree[] trees;

  /** A model of these trees, the oldest first. */
  Boosting(List<Tree> trees) {
    this.trees = trees.toArray(Tree[]::new);
  }

  /** The trees, the oldest first. */
  List<Tree> trees() {
    return List.of(trees);
  }

  boolean isEmpty() {
    return trees.length == 0;
  }

  /** What the trees add to a row's margin. */
  double value(byte[] codes, int start) {
    return sum(trees, codes, start);
  }

  /** Starts anew: the margins are those below the trees. */
  void refit(Reservoir reservoir, int[] usable, Dice dice) {
    trees = new Tree[0];
    add(TREES, reservoir, usable, dice);
  }

  /** Goes on: the margins are those of this model. */
  void carryOn(Reservoir reservoir, int[] usable, Dice dice) {
    int gone = Math.max(0, trees.length - (TREES - TREES_A_BATCH));
    move(reservoir, Arrays.copyOf(trees, gone), -1);
    trees = Arrays.copyOfRange(trees, gone, trees.length);
    add(TREES_A_BATCH, reservoir, usable, dice);
  }

  private void add(int count, Reservoir reservoir, int[] usable, Dice dice) {
    int known = trees.length;
    Tree[] all = Arrays.copyOf(trees, known + count);
    TreeRows rows = TreeRows.among(reservoir.codes(), reservoir.size());
    for (int i = known; i < all.length; i++) {
      draw(reservoir, dice, rows);
      Tree tree = scaled(new TreeGrower(rows, TreeShape.BOOSTED, usable, dice));
      move(reservoir, new Tree[] {tree}, 1);
      all[i] = tree;
    }
    trees = all;
  }

  private static Tree scaled(TreeGrower grower) {
    Tree tree = grower.grow();
    for (int i = 0; i < tree.values().length; i++) {
      tree.values()[i] *= (float) RATE;
    }
    return tree;
  }

  private static void draw(Reservoir reservoir, Dice dice, TreeRows rows) {
    rows.clear();
    for (int row = 0; row < reservoir.size(); row++) {
      if (dice.chance(TreeShape.BOOSTED.rows())) {
        double p = Decay.sigmoid(reservoir.margin(row));
        float weight = reservoir.weight(row);
        rows.add(row, weight * ((reservoir.isPositive(row) ? 1 : 0) - p), weight * p * (1 - p));
      }
    }
  }

  private static void move(Reservoir reservoir, Tree[] by, int sign) {
    Codes codes = reservoir.codes();
    for (int row = 0; row < reservoir.size(); row++) {
      double value = sum(by, codes.values(), codes.start(row));
      reservoir.setMargin(row, reservoir.margin(row) + sign * value);
    }
  }

  private static double sum(Tree[] trees, byte[] codes, int start) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.value(codes, start);
    }
    return sum;
  }
}
