package io.github.warmbatch.training;

/** The contract holds for a trainer that keeps the laws. */
class StumpTrainerTest extends WarmStartTrainerContract {
  @Override
  public WarmStartTrainer<?> trainer() {
    return new StumpTrainer();
  }
}
