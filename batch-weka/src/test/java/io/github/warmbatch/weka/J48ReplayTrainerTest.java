package io.github.warmbatch.weka;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

class J48ReplayTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return WekaTrainers.replay("weka.classifiers.trees.J48").with("rows", "300");
  }
}
