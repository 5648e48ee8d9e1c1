package io.github.warmbatch.training;

import io.github.warmbatch.dataset.DataSet;
import java.util.Objects;

/**
 * Rows with their labels, ready to be learned. Not to be changed by whoever learns from it.
 *
 * @param features the columns of the {@linkplain TrainingSpec#features specification}, in its order
 * @param labels for each row its class's number in {@code classes}; not copied
 * @param classes all classes met so far; those of the batches before are its first ones
 */
public record Batch(DataSet features, int[] labels, LabelClasses classes) {
  /** A batch. */
  public Batch {
    Objects.requireNonNull(classes, "classes");
    if (features.rows() != labels.length) {
      throw new IllegalArgumentException(
          "%d rows with %d labels".formatted(features.rows(), labels.length));
    }
  }

  /** How many rows there are. */
  public int rows() {
    return labels.length;
  }
}
