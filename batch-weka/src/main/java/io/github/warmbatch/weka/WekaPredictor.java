package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.TrainingException;

/** A model that no one else holds, asked row by row. */
final class WekaPredictor implements Predictor {
  private final String trainer;
  private final WekaState state;
  private final LearningModel model;

  WekaPredictor(String trainer, WekaState state, LearningModel model) {
    this.trainer = trainer;
    this.state = state;
    this.model = model;
  }

  @Override
  public LabelClasses classes() {
    return state.classes();
  }

  @Override
  public Predictions predict(DataSet features) {
    Columns.require(state.spec().features(), features.schema());
    int classes = state.classes().size();
    double[] probabilities = new double[Math.multiplyExact(features.rows(), classes)];
    RowFiller filler = state.encoding().over(features);
    Row row = model.newRow();
    for (int i = 0; i < features.rows(); i++) {
      filler.fill(i, row);
      normalise(ask(row), probabilities, i * classes);
    }
    return new Predictions(state.classes(), probabilities);
  }

  private double[] ask(Row row) {
    try {
      return model.ask(row);
    } catch (Exception e) {
      throw new TrainingException("%s cannot predict: %s".formatted(trainer, e), e);
    }
  }

  /** Shares that add up to one; where nothing is likely, as often as each class was met. */
  private void normalise(double[] likely, double[] target, int at) {
    double sum = 0;
    for (double value : likely) {
      sum += value;
    }
    boolean usable = sum > 0 && sum < Double.POSITIVE_INFINITY;
    for (int label = 0; label < likely.length; label++) {
      target[at + label] =
          usable ? likely[label] / sum : (double) state.counts().get(label) / state.rows();
    }
  }
}
