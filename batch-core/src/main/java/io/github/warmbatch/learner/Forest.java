package io.github.warmbatch.learner;

import java.util.Arrays;
import java.util.List;

/**
 * A random forest (Breiman, 2001) for the time in which there are too few positives for boosting:
 * rebuilt while everything is new, then a few trees a batch. For one thread.
 */
final class Forest {
  private static final int TREES = 60;
  private static final int KEPT = 40;
  private static final int TREES_A_BATCH = 2;
  private static final int MOST_NEGATIVES = 6000;
  private static final int FIRST = 16;
  private static final double LEAST = 2e-4;
  private static final double LEAST_LOGIT = Decay.logit(LEAST);
  private Tree[] trees;

  /** A forest of these trees, the oldest first. */
  Forest(List<Tree> trees) {
    this.trees = trees.toArray(Tree[]::new);
  }

  /** The trees, the oldest first. */
  List<Tree> trees() {
    return List.of(trees);
  }

  boolean isEmpty() {
    return trees.length == 0;
  }

  /**
   * The logarithm of the odds, by the trees' mean probability; of the first trees alone where none
   * of them sees anything.
   */
  double logit(byte[] codes, int start) {
    double sum = 0;
    int first = Math.min(FIRST, trees.length);
    for (int i = 0; i < first; i++) {
      sum += trees[i].value(codes, start);
    }
    if (sum == 0) {
      return LEAST_LOGIT;
    }
    for (int i = first; i < trees.length; i++) {
      sum += trees[i].value(codes, start);
    }
    return Decay.logit(LEAST + (1 - 2 * LEAST) * sum / trees.length);
  }

  /** Starts anew. */
  void rebuild(Reservoir reservoir, int[] usable, Dice dice) {
    trees = new Tree[0];
    add(TREES, reservoir, usable, dice);
  }

  /** Goes on. */
  void carryOn(Reservoir reservoir, int[] usable, Dice dice) {
    int kept = Math.min(trees.length, KEPT - TREES_A_BATCH);
    trees = Arrays.copyOfRange(trees, trees.length - kept, trees.length);
    add(TREES_A_BATCH, reservoir, usable, dice);
  }

  /** Is no longer needed. */
  void fell() {
    trees = new Tree[0];
  }

  private void add(int count, Reservoir reservoir, int[] usable, Dice dice) {
    int known = trees.length;
    trees = Arrays.copyOf(trees, known + count);
    TreeRows rows = TreeRows.among(reservoir.codes(), reservoir.size());
    for (int i = known; i < trees.length; i++) {
      draw(reservoir, dice, rows);
      trees[i] = new TreeGrower(rows, TreeShape.VOTING, usable, dice).grow();
    }
  }

  /** Each tree sees its share of the positives, and no more negatives than teach it something. */
  private static void draw(Reservoir reservoir, Dice dice, TreeRows rows) {
    int size = reservoir.size();
    double share = TreeShape.VOTING.rows();
    double ofNegatives = Math.min(share, MOST_NEGATIVES / (double) Math.max(1, size));
    rows.clear();
    for (int row = 0; row < size; row++) {
      boolean positive = reservoir.isPositive(row);
      if (dice.chance(positive ? share : ofNegatives)) {
        double weight = reservoir.weight(row) / (positive ? share : ofNegatives);
        rows.add(row, positive ? weight : 0, weight);
      }
    }
  }
}
