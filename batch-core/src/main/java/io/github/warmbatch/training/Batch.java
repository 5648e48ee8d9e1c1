package io.github.warmbatch.training;

import io.github.warmbatch.dataset.DataSet;
import java.util.Objects;

/** Rows with their labels, ready to be learned. Not to be changed by whoever learns from it. */
public final class Batch {
  private final DataSet features;
  private final int[] labels;
  private final LabelClasses classes;

  /**
   * A batch of these.
   *
   * @param features the columns of the {@linkplain TrainingSpec#features specification}, in its
   *     order
   * @param labels for each row its class's number in {@code classes}; not copied
   * @param classes all classes met so far; those of the batches before are its first ones
   * @throws IllegalArgumentException when there are not as many labels as rows
   */
  public Batch(DataSet features, int[] labels, LabelClasses classes) {
    this.features = Objects.requireNonNull(features, "features");
    this.labels = Objects.requireNonNull(labels, "labels");
    this.classes = Objects.requireNonNull(classes, "classes");
    if (features.rows() != labels.length) {
      throw new IllegalArgumentException(
          "%d rows with %d labels".formatted(features.rows(), labels.length));
    }
  }

  /** The columns to learn from. */
  public DataSet features() {
    return features;
  }

  /** For each row its class's number; not a copy: do not write. */
  public int[] labels() {
    return labels;
  }

  /** All classes met so far. */
  public LabelClasses classes() {
    return classes;
  }

  /** How many rows there are. */
  public int rows() {
    return labels.length;
  }
}
