package io.github.warmbatch.weka;

import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.List;
import java.util.Map;

/** What the providers have in common. */
abstract class WekaProvider implements TrainerProvider {
  private final Algorithm algorithm;

  WekaProvider(Algorithm algorithm) {
    this.algorithm = algorithm;
  }

  @Override
  public final String name() {
    return algorithm.name();
  }

  @Override
  public final String description() {
    return algorithm.description();
  }

  @Override
  public final List<TrainerOption> options() {
    return Options.of(algorithm);
  }

  @Override
  public final WarmStartTrainer<?> create(Map<String, String> options) {
    return new WekaTrainer(algorithm, options);
  }
}
