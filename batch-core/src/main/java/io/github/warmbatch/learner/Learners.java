package io.github.warmbatch.learner;

import io.github.warmbatch.training.WarmStartTrainer;
import java.util.Map;

/**
 * The learners that come with this library.
 *
 * <p>Both describe a row by its own values, the time, and what they remember of its entities, and
 * tell positive classes from the others first, then which one it is. Their options:
 *
 * <ul>
 *   <li>{@code time} (default {@code auto}): the column that says when a row happened
 *   <li>{@code amounts} (default {@code auto}): the columns that are averaged for each entity
 *   <li>{@code half-lives} (default {@code 1,7,30}): in days
 *   <li>{@code keys} (default 100000): how many values of an entity column are remembered
 * </ul>
 */
public final class Learners {
  private Learners() {}

  /**
   * Gradient boosting that is carried on from batch to batch, behind a logistic model that sorts
   * out the rows that are not worth a closer look, with a forest for the time in which positives
   * are few. The one to take where nothing speaks against it. It remembers rows of the last thirty
   * batches; made for rare positives, it keeps a few thousand rows where they are common.
   */
  public static WarmStartTrainer<?> boosting() {
    return boosting(Map.of());
  }

  /**
   * The same with these options.
   *
   * @throws IllegalArgumentException when an option is unknown or its value does not fit
   */
  public static WarmStartTrainer<?> boosting(Map<String, String> options) {
    return WarmLearner.boosting(LearnerOptions.of(options));
  }

  /**
   * Logistic regression on binned features in one pass: two thirds of the work and of the state,
   * and the better choice only where that counts, or where nothing but single features and some
   * pairs matter. It needs a few thousand rows to be any good.
   */
  public static WarmStartTrainer<?> logistic() {
    return logistic(Map.of());
  }

  /**
   * The same with these options.
   *
   * @throws IllegalArgumentException when an option is unknown or its value does not fit
   */
  public static WarmStartTrainer<?> logistic(Map<String, String> options) {
    return WarmLearner.logistic(LearnerOptions.of(options));
  }
}
