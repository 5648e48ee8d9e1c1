package io.github.warmbatch.evaluation;

import io.github.warmbatch.training.Predictions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often which class was taken for which. Immutable. */
final class Confusion {
  private final long[][] counts;
  private final long rows;

  private Confusion(long[][] counts, long rows) {
    this.counts = counts;
    this.rows = rows;
  }

  /**
   * Counts the most probable class of each row against its true one.
   *
   * @param classes how many classes there are
   */
  static Confusion of(Predictions predictions, int[] labels, int classes) {
    long[][] counts = new long[classes][classes];
    for (int row = 0; row < labels.length; row++) {
      counts[labels[row]][predictions.mostProbable(row)]++;
    }
    return new Confusion(counts, labels.length);
  }

  /** The share of rows on the diagonal, or null without a row. */
  @Nullable Double accuracy() {
    long right = 0;
    for (int label = 0; label < counts.length; label++) {
      right += counts[label][label];
    }
    return rows == 0 ? null : (double) right / rows;
  }

  /** The share of rows of the most frequent true class, or null without a row. */
  @Nullable Double majorityAccuracy() {
    long most = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).max().orElse(0);
    return rows == 0 ? null : (double) most / rows;
  }

  /** For each true class, for each predicted class, how many rows. */
  List<List<Long>> counts() {
    return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
