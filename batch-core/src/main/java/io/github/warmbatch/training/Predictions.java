package io.github.warmbatch.training;

import java.util.Objects;

/**
 * For each row a probability for each class. Immutable by contract; safe to read from many threads.
 */
public final class Predictions {
  private final LabelClasses classes;
  private final double[] probabilities;

  /**
   * Predictions over this array, which is not copied.
   *
   * @param probabilities row after row, the classes' probabilities in order, adding up to one
   */
  public Predictions(LabelClasses classes, double[] probabilities) {
    this.classes = Objects.requireNonNull(classes, "classes");
    this.probabilities = probabilities;
    if (classes.size() == 0 || probabilities.length % classes.size() != 0) {
      throw new IllegalArgumentException(
          "%d probabilities for %d classes".formatted(probabilities.length, classes.size()));
    }
  }

  /** The classes predicted. */
  public LabelClasses classes() {
    return classes;
  }

  /** How many rows there are. */
  public int rows() {
    return probabilities.length / classes.size();
  }

  /** The probability, from 0 to 1, that a row is of a class. */
  public double probability(int row, int label) {
    return probabilities[row * classes.size() + label];
  }

  /**
   * The probability, from 0 to 1, that a row is of one of several classes. Rounding, which may
   * carry a sum past one, is cut off.
   *
   * @param labels for each class whether it is one of them
   */
  public double probabilityOfAny(int row, boolean[] labels) {
    double sum = 0;
    for (int label = 0; label < classes.size(); label++) {
      if (labels[label]) {
        sum += probability(row, label);
      }
    }
    return Math.min(1, sum);
  }

  /** The most probable class, the first among equals. */
  public int mostProbable(int row) {
    int best = 0;
    for (int label = 1; label < classes.size(); label++) {
      if (probability(row, label) > probability(row, best)) {
        best = label;
      }
    }
    return best;
  }
}
