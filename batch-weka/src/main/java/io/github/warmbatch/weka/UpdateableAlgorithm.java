package io.github.warmbatch.weka;

import io.github.warmbatch.training.TrainerOption;

/** A classifier of Weka's that learns row by row, on the newest rows. */
final class UpdateableAlgorithm extends RetainingAlgorithm {

  UpdateableAlgorithm() {
    super(
        ClassifierKinds.UPDATEABLE,
        "weka.classifiers.lazy.IBk",
        new TrainerOption("window", "2000", "newest rows that it knows, 10 to 1e6"));
  }

  @Override
  public String name() {
    return "weka-updateable";
  }

  @Override
  public String description() {
    return "an updateable classifier that knows the newest rows: nearest neighbours and the like (Weka)";
  }

  @Override
  RetainedModel model(ModelShape shape, Recipe recipe, int rows) {
    return new RetainedModel(shape, recipe, new RowWindow(shape, rows));
  }
}
