package io.github.warmbatch.learner;

import java.util.Arrays;

/** Chooses the rows of a batch that a reservoir keeps. */
final class Selection {
  private final LabelledCodes batch;
  private final Quotas quotas;
  private final Dice dice;

  Selection(LabelledCodes batch, Quotas quotas, Dice dice) {
    this.batch = batch;
    this.quotas = quotas;
    this.dice = dice;
  }

  /** Adds them, {@code margins} being what the model said of each row before it learned it. */
  void addTo(Reservoir reservoir, int number, double[] margins) {
    int[] positives = rows(true);
    addSome(reservoir, positives, quotas.positive(), new Source(number, Reservoir.Kind.POSITIVE));
    int[] others = rows(false);
    int hard = hardestFirst(others, Math.min(quotas.hard(), others.length), margins);
    addSome(reservoir, Arrays.copyOf(others, hard), hard, new Source(number, Reservoir.Kind.HARD));
    int[] common = Arrays.copyOfRange(others, hard, others.length);
    addSome(reservoir, common, quotas.common(), new Source(number, Reservoir.Kind.COMMON));
  }

  private record Source(int number, Reservoir.Kind kind) {}

  private void addSome(Reservoir reservoir, int[] rows, int quota, Source source) {
    int count = Math.min(quota, rows.length);
    if (count < rows.length) {
      dice.shuffleFront(rows, count);
    }
    float weight = (float) rows.length / Math.max(1, count);
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      reservoir.add(
          batch.codes().values(),
          batch.codes().start(row),
          new Reservoir.Item(source.number, source.kind, batch.labels()[row], weight, 0));
    }
  }

  private int[] rows(boolean positive) {
    int[] rows = new int[batch.rows()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (batch.positive()[row] == positive) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** Moves the rows of the highest margins to the front, so many of them. */
  private static int hardestFirst(int[] rows, int count, double[] margins) {
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int at = Math.min(i, count);
      if (at == count && (count == 0 || margins[row] <= margins[rows[count - 1]])) {
        continue;
      }
      if (at == count) {
        at = count - 1;
        rows[i] = rows[at];
      }
      while (at > 0 && margins[row] > margins[rows[at - 1]]) {
        rows[at] = rows[at - 1];
        at--;
      }
      rows[at] = row;
    }
    return count;
  }
}
