package io.github.warmbatch.learner;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

/** The laws, for the logistic model. */
class LogisticContractTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return Learners.logistic();
  }
}
