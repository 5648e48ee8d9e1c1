package io.github.warmbatch.weka;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

/** With a seed that matters, and more rows than are kept. */
class RandomForestReplayTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return WekaTrainers.replay("weka.classifiers.trees.RandomForest")
        .with("options", "-I 10")
        .with("rows", "300");
  }
}
