package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.TrainingException;

/** Makes sure of what Weka never checks: that the columns are those that were learned. */
final class Columns {
  private Columns() {}

  /**
   * Compares two lists of columns.
   *
   * @throws TrainingException when they differ; the message names the first difference
   */
  static void require(Schema expected, Schema actual) {
    if (!expected.equals(actual)) {
      throw new TrainingException(
          "The columns are not those of the model: " + difference(expected, actual));
    }
  }

  /** The first difference between two lists of columns that are not equal. */
  static String difference(Schema expected, Schema actual) {
    int both = Math.min(expected.size(), actual.size());
    for (int i = 0; i < both; i++) {
      if (!expected.fields().get(i).equals(actual.fields().get(i))) {
        return "column %d is %s where %s was expected"
            .formatted(i + 1, actual.fields().get(i), expected.fields().get(i));
      }
    }
    return expected.size() > both
        ? "column %d, %s, is missing".formatted(both + 1, expected.fields().get(both))
        : "column %d, %s, is one too many".formatted(both + 1, actual.fields().get(both));
  }
}
