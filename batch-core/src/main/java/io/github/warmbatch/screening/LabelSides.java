package io.github.warmbatch.screening;

import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.ModelSpec;
import java.util.BitSet;

/**
 * The rows of the positive classes and the others, whichever are the rarer; of each side half of
 * the rows are there to find a rule, and the others to confirm it.
 *
 * @param rows how many there are
 * @param rare the rows of the rarer side
 * @param rareRows how many rows those are
 * @param found the rows to find a rule on
 * @param areRarePositive whether the rarer side is that of the positive classes
 * @param columns how many columns are looked at
 */
record LabelSides(
    int rows, BitSet rare, int rareRows, BitSet found, boolean areRarePositive, int columns) {
  /** Less likely than this by chance, over all columns. */
  private static final double LOG_CHANCE = Math.log(1e-9);

  static LabelSides of(Batch batch, ModelSpec spec) {
    boolean[] positive = spec.positivesAmong(batch.classes());
    BitSet rare = new BitSet();
    for (int row = 0; row < batch.rows(); row++) {
      rare.set(row, positive[batch.labels()[row]]);
    }
    boolean arePositive = rare.cardinality() <= batch.rows() / 2;
    if (!arePositive) {
      rare.flip(0, batch.rows());
    }
    int columns = batch.features().schema().size();
    return new LabelSides(
        batch.rows(),
        rare,
        rare.cardinality(),
        halfOfEach(batch.rows(), rare),
        arePositive,
        columns);
  }

  /** By side, so that both halves have their share, however the file is sorted. */
  private static BitSet halfOfEach(int rows, BitSet rare) {
    BitSet found = new BitSet();
    int rares = 0;
    int commons = 0;
    for (int row = 0; row < rows; row++) {
      found.set(row, isInFirstHalf(rare.get(row) ? rares++ : commons++));
    }
    return found;
  }

  /** Multiples of the golden ratio fall evenly, and in step with nothing that a file may hold. */
  private static boolean isInFirstHalf(int number) {
    return number * 0x9E3779B9 >= 0;
  }

  /** Whether so many rare rows are there, and no rule would tell them all by chance. */
  boolean haveAtLeast(int enough) {
    return rareRows >= enough && logChance() + Math.log(columns) < LOG_CHANCE;
  }

  /** The logarithm of one in as many as there are choices of so many rows. */
  private double logChance() {
    double sum = 0;
    for (int i = 1; i <= rareRows; i++) {
      sum -= Math.log((double) (rows - rareRows + i) / i);
    }
    return sum;
  }
}
