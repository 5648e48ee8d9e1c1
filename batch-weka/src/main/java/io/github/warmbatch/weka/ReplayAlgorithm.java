package io.github.warmbatch.weka;

import io.github.warmbatch.training.TrainerOption;

/** A batch classifier of Weka's, learned anew from a sample of all rows. */
final class ReplayAlgorithm extends RetainingAlgorithm {

  ReplayAlgorithm() {
    super(
        ClassifierKinds.BATCH,
        "weka.classifiers.trees.RandomForest",
        new TrainerOption("rows", "5000", "rows kept, balanced over the classes, 10 to 1e6"));
  }

  @Override
  public String name() {
    return "weka-replay";
  }

  @Override
  public String description() {
    return "a batch classifier, learned anew after each batch from a balanced sample of all rows (Weka)";
  }

  @Override
  RetainedModel model(ModelShape shape, Recipe recipe, int rows) {
    return new RetainedModel(shape, recipe, new BalancedReservoir(shape, rows));
  }
}
