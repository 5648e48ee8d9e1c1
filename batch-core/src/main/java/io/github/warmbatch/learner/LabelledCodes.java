package io.github.warmbatch.learner;

import java.util.stream.IntStream;

/** A batch as the models learn it. */
final class LabelledCodes {
  private final Codes codes;
  private final int[] labels;
  private final boolean[] positive;
  private final boolean[] silent;

  LabelledCodes(Codes codes, int[] labels, boolean[] positive, boolean[] silent) {
    this.codes = codes;
    this.labels = labels;
    this.positive = positive;
    this.silent = silent;
  }

  /** The rows. */
  Codes codes() {
    return codes;
  }

  /** For each row the number of its class. */
  int[] labels() {
    return labels;
  }

  /** For each row whether that is one to be found. */
  boolean[] positive() {
    return positive;
  }

  /** For each feature whether it is to be left alone. */
  boolean[] silent() {
    return silent;
  }

  int rows() {
    return labels.length;
  }

  int positives() {
    int count = 0;
    for (boolean is : positive) {
      count += is ? 1 : 0;
    }
    return count;
  }

  /** The features that may be looked at. */
  int[] usable() {
    return IntStream.range(0, silent.length).filter(feature -> !silent[feature]).toArray();
  }
}
