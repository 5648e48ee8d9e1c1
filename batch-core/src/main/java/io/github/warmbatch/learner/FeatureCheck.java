package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.TrainingException;

/** Refuses columns that a model was not made for. */
final class FeatureCheck {
  private FeatureCheck() {}

  /**
   * Returns quietly when the data set has these columns.
   *
   * @throws TrainingException when it has others
   */
  static void require(Schema features, DataSet data) {
    if (!data.schema().equals(features)) {
      throw new TrainingException(
          "The model was made for the columns %s and cannot take %s"
              .formatted(features, data.schema()));
    }
  }
}
