package io.github.warmbatch.weka;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

class WindowedNaiveBayesTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return WekaTrainers.updateable("weka.classifiers.bayes.NaiveBayesUpdateable")
        .with("window", "300");
  }
}
