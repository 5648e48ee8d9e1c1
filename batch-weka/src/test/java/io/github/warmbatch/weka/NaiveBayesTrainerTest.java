package io.github.warmbatch.weka;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

class NaiveBayesTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return WekaTrainers.naiveBayes();
  }
}
