package io.github.warmbatch.learner;

import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.List;
import java.util.Map;

/** Makes {@link Learners#boosting} known by name. */
public final class BoostingProvider implements TrainerProvider {

  /** For {@link java.util.ServiceLoader}. */
  public BoostingProvider() {}

  @Override
  public String name() {
    return WarmLearner.BOOSTING;
  }

  @Override
  public String description() {
    return "warm-started gradient boosting with a memory of entities: the default";
  }

  @Override
  public List<TrainerOption> options() {
    return LearnerOptions.ALL;
  }

  @Override
  public WarmStartTrainer<?> create(Map<String, String> options) {
    return Learners.boosting(options);
  }
}
