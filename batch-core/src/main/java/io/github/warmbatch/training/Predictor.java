package io.github.warmbatch.training;

import io.github.warmbatch.dataset.DataSet;

/**
 * A model that can be asked. Immutable: training on does not change the answers of a predictor
 * taken before. Safe for use from many threads at once.
 */
public interface Predictor {

  /** The classes that it tells apart, at least one. */
  LabelClasses classes();

  /**
   * A prediction for each row; equal input gives equal output, bit for bit.
   *
   * @param features the columns that the model was trained on, in that order; values that never
   *     occurred in training, missing and infinite ones included, are welcome
   * @throws TrainingException when the columns are others
   */
  Predictions predict(DataSet features);
}
