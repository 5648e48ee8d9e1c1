package io.github.warmbatch.weka;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

class SgdTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return WekaTrainers.logisticRegression();
  }
}
