package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * Decides which rows of a reservoir stay when a batch is over: none older than thirty batches; of
 * each batch ever fewer common rows, and of positives where there are very many. Those that stay
 * stand for those that go.
 */
final class Thinning {
  private static final int OLDEST = 30;
  private static final double KEPT = 0.85;
  private final Reservoir reservoir;
  private final Quotas quotas;
  private final Dice dice;
  private int[] rows;
  private float[] factors;
  private int size;

  Thinning(Reservoir reservoir, Quotas quotas, Dice dice) {
    this.reservoir = reservoir;
    this.quotas = quotas;
    this.dice = dice;
    this.rows = new int[reservoir.size()];
    this.factors = new float[reservoir.size()];
  }

  /** Lets go of what need not be kept when the batch of this number comes. */
  void before(int batch) {
    int from = 0;
    while (from < reservoir.size()) {
      int to = endOfGroup(from);
      if (batch - reservoir.batch(from) < OLDEST) {
        keep(from, to);
      }
      from = to;
    }
    rows = Arrays.copyOf(rows, size);
    factors = Arrays.copyOf(factors, size);
    reservoir.retain(rows, factors);
  }

  private int endOfGroup(int from) {
    int to = from + 1;
    while (to < reservoir.size()
        && reservoir.batch(to) == reservoir.batch(from)
        && reservoir.kind(to) == reservoir.kind(from)) {
      to++;
    }
    return to;
  }

  private void keep(int from, int to) {
    int count = to - from;
    int quota = quotaOf(reservoir.kind(from), count);
    int[] group = new int[count];
    Arrays.setAll(group, i -> from + i);
    if (quota < count) {
      dice.shuffleFront(group, quota);
      Arrays.sort(group, 0, quota);
    }
    for (int i = 0; i < quota; i++) {
      rows[size] = group[i];
      factors[size++] = (float) count / quota;
    }
  }

  private int quotaOf(Reservoir.Kind kind, int count) {
    return switch (kind) {
      case HARD -> count;
      case COMMON -> fewer(count, quotas.common(), quotas.leastCommon());
      case POSITIVE -> fewer(count, quotas.positive(), quotas.leastPositive());
    };
  }

  private static int fewer(int count, int most, int least) {
    return Math.min(count, Math.max(least, (int) (KEPT * Math.min(count, most))));
  }
}
