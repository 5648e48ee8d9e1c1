package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerOption;
import java.util.List;

/** Weka's {@code SGD} with log loss, one for each class against the rest. */
final class SgdAlgorithm implements Algorithm {
  private static final String RATE = "learning-rate";
  private static final String RIDGE = "ridge";

  @Override
  public String name() {
    return "weka-sgd";
  }

  @Override
  public String description() {
    return "logistic regression by stochastic gradient descent, one class against the rest (Weka)";
  }

  @Override
  public List<TrainerOption> options() {
    return List.of(
        new TrainerOption(RATE, "0.01", "step of each update, above 0, up to 1"),
        new TrainerOption(
            RIDGE, "0.0001", "how strongly weights are drawn to zero, above 0, up to 1"));
  }

  @Override
  public CategoryCoding coding() {
    return CategoryCoding.INDICATORS;
  }

  @Override
  public void check(Options options) {
    options.positive(RATE, 1);
    options.positive(RIDGE, 1);
  }

  @Override
  public LearningModel create(ModelShape shape, Options options) {
    return SgdModel.create(shape, options.positive(RATE, 1), options.positive(RIDGE, 1));
  }

  @Override
  public LearningModel read(StateInput in, ModelShape shape, Options options)
      throws StateFormatException {
    SgdModel model = SgdModel.create(shape, options.positive(RATE, 1), options.positive(RIDGE, 1));
    model.read(in);
    return model;
  }
}
