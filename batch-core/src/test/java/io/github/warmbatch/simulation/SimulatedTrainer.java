package io.github.warmbatch.simulation;

import io.github.warmbatch.HashChainTrainer;
import io.github.warmbatch.HashChainTrainer.Chain;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;

/** A trainer during whose work others may have their turn. */
final class SimulatedTrainer implements WarmStartTrainer<Chain> {
  private final HashChainTrainer trainer = new HashChainTrainer();
  private final SimulatedProcess process;

  SimulatedTrainer(SimulatedProcess process) {
    this.process = process;
  }

  @Override
  public TrainerInfo info() {
    return trainer.info();
  }

  @Override
  public Chain initial(TrainingSpec spec) {
    return trainer.initial(spec);
  }

  @Override
  public Chain train(Chain state, Batch batch) {
    process.step();
    return trainer.train(state, batch);
  }

  @Override
  public Predictor predictor(Chain state) {
    return trainer.predictor(state);
  }

  @Override
  public StateCodec<Chain> codec() {
    return trainer.codec();
  }
}
