package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerOption;
import java.util.List;

/** Weka's {@code NaiveBayesUpdateable}. */
final class NaiveBayesAlgorithm implements Algorithm {

  @Override
  public String name() {
    return "weka-naive-bayes";
  }

  @Override
  public String description() {
    return "naive Bayes, normal densities for numbers and counts for text (Weka)";
  }

  @Override
  public List<TrainerOption> options() {
    return List.of();
  }

  @Override
  public CategoryCoding coding() {
    return CategoryCoding.NOMINAL;
  }

  @Override
  public void check(Options options) {
    // It has none of its own.
  }

  @Override
  public LearningModel create(ModelShape shape, Options options) {
    return new NaiveBayesModel(shape);
  }

  @Override
  public LearningModel read(StateInput in, ModelShape shape, Options options)
      throws StateFormatException {
    NaiveBayesModel model = new NaiveBayesModel(shape);
    model.read(in);
    return model;
  }
}
