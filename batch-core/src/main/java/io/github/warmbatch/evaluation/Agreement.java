package io.github.warmbatch.evaluation;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainingException;

/** Whether predictions and labels can be held against each other at all. */
final class Agreement {
  private Agreement() {}

  /**
   * Checks all that a scorecard takes for granted.
   *
   * @throws IllegalArgumentException when rows or classes do not belong together
   * @throws TrainingException when a probability is not a finite number: no rank could be honest
   */
  static void check(Predictions predictions, int[] labels, LabelClasses classes) {
    if (predictions.rows() != labels.length) {
      throw new IllegalArgumentException(
          "%d predictions for %d labels".formatted(predictions.rows(), labels.length));
    }
    if (!predictions.classes().isPrefixOf(classes)) {
      throw new IllegalArgumentException(
          "The model's classes %s are not the first of the labels' classes %s"
              .formatted(predictions.classes().names(), classes.names()));
    }
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classes.size()) {
        throw new IllegalArgumentException(
            "Row %d has label number %d of %d classes".formatted(row, labels[row], classes.size()));
      }
      checkFinite(predictions, row);
    }
  }

  private static void checkFinite(Predictions predictions, int row) {
    for (int label = 0; label < predictions.classes().size(); label++) {
      double probability = predictions.probability(row, label);
      if (!Double.isFinite(probability)) {
        throw new TrainingException(
            "The model gave row %d the probability %s of class '%s'; its trainer is at fault"
                .formatted(row, probability, predictions.classes().names().get(label)));
      }
    }
  }
}
