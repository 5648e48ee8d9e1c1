package io.github.warmbatch.learner;

import java.util.ArrayList;
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
  private List<Tree> trees;

  /** A forest of these trees, the oldest first. */
  Forest(List<Tree> trees) {
    this.trees = List.copyOf(trees);
  }

  /** The trees, the oldest first. */
  List<Tree> trees() {
    return trees;
  }

  boolean isEmpty() {
    return trees.isEmpty();
  }

  /**
   * The logarithm of the odds, by the trees' mean probability; of the first trees alone where none
   * of them sees anything.
   */
  double logit(byte[] codes, int start) {
    double sum = 0;
    int first = Math.min(FIRST, trees.size());
    for (int i = 0; i < first; i++) {
      sum += trees.get(i).value(codes, start);
    }
    if (sum == 0) {
      return LEAST_LOGIT;
    }
    for (int i = first; i < trees.size(); i++) {
      sum += trees.get(i).value(codes, start);
    }
    return Decay.logit(LEAST + (1 - 2 * LEAST) * sum / trees.size());
  }

  /** Starts anew. */
  void rebuild(Reservoir reservoir, int[] usable, Dice dice) {
    trees = List.of();
    add(TREES, reservoir, usable, dice);
  }

  /** Goes on. */
  void carryOn(Reservoir reservoir, int[] usable, Dice dice) {
    int kept = Math.min(trees.size(), KEPT - TREES_A_BATCH);
    trees = List.copyOf(trees.subList(trees.size() - kept, trees.size()));
    add(TREES_A_BATCH, reservoir, usable, dice);
  }

  /** Is no longer needed. */
  void fell() {
    trees = List.of();
  }

  private void add(int count, Reservoir reservoir, int[] usable, Dice dice) {
    List<Tree> all = new ArrayList<>(trees);
    for (int i = 0; i < count; i++) {
      all.add(new TreeGrower(rows(reservoir, dice), TreeShape.VOTING, usable, dice).grow());
    }
    trees = List.copyOf(all);
  }

  /** Each tree sees its share of the positives, and no more negatives than teach it something. */
  private static TreeRows rows(Reservoir reservoir, Dice dice) {
    int size = reservoir.size();
    double share = TreeShape.VOTING.rows();
    double ofNegatives = Math.min(share, MOST_NEGATIVES / (double) Math.max(1, size));
    double[] gradients = new double[size];
    double[] weights = new double[size];
    int[] order = new int[size];
    int count = 0;
    for (int row = 0; row < size; row++) {
      boolean positive = reservoir.isPositive(row);
      if (dice.chance(positive ? share : ofNegatives)) {
        weights[row] = reservoir.weight(row) / (positive ? share : ofNegatives);
        gradients[row] = positive ? weights[row] : 0;
        order[count++] = row;
      }
    }
    return new TreeRows(reservoir.codes(), gradients, weights, Arrays.copyOf(order, count));
  }
}
