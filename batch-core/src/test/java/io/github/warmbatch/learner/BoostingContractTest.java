package io.github.warmbatch.learner;

import io.github.warmbatch.training.WarmStartTrainer;
import io.github.warmbatch.training.WarmStartTrainerContract;

/** The laws, for boosting. */
class BoostingContractTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return Learners.boosting();
  }
}
