package io.github.warmbatch.learner;

import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.List;
import java.util.Map;

/** Makes {@link Learners#logistic} known by name. */
public final class LogisticProvider implements TrainerProvider {

  /** For {@link java.util.ServiceLoader}. */
  public LogisticProvider() {}

  @Override
  public String name() {
    return WarmLearner.LOGISTIC;
  }

  @Override
  public String description() {
    return "one-pass logistic regression with a memory of entities: the fastest";
  }

  @Override
  public List<TrainerOption> options() {
    return LearnerOptions.ALL;
  }

  @Override
  public WarmStartTrainer<?> create(Map<String, String> options) {
    return Learners.logistic(options);
  }
}
