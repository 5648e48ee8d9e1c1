package io.github.warmbatch.weka;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

class NearestNeighboursTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return WekaTrainers.updateable("weka.classifiers.lazy.IBk")
        .with("options", "-K 9")
        .with("window", "300");
  }
}
