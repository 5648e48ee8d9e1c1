package io.github.warmbatch.weka;

import java.util.Map;

/**
 * Weka's incremental classifiers as warm-start trainers.
 *
 * <p>Each takes options by name, {@link WekaTrainer#with}; the same names are options of the
 * command line's trainers. What is random in {@link #replay} is drawn from the seed; the others
 * draw nothing.
 */
public final class WekaTrainers {
  private WekaTrainers() {}

  /**
   * A Hoeffding tree of bounded size: {@code weka-hoeffding-tree}. Finds thresholds and their
   * combinations; wants many rows.
   *
   * @see <a href="https://doi.org/10.1145/502512.502529">Hulten, Spencer, Domingos: Mining
   *     time-changing data streams, 2001</a>
   */
  public static WekaTrainer hoeffdingTree() {
    return new WekaTrainer(new HoeffdingTreeAlgorithm(), Map.of());
  }

  /**
   * Naive Bayes with normal densities for numbers and counts for text: {@code weka-naive-bayes}.
   * The fastest, good from the first rows on, badly calibrated where columns depend on each other.
   */
  public static WekaTrainer naiveBayes() {
    return new WekaTrainer(new NaiveBayesAlgorithm(), Map.of());
  }

  /**
   * Logistic regression by stochastic gradient descent, one class against the rest: {@code
   * weka-sgd}. Finds what rises or falls with a column.
   */
  public static WekaTrainer logisticRegression() {
    return new WekaTrainer(new SgdAlgorithm(), Map.of());
  }

  /**
   * A batch classifier of Weka's, such as {@code weka.classifiers.trees.J48}, learned anew after
   * each batch from a bounded sample of all rows so far, balanced over the classes: {@code
   * weka-replay}. Its switches are the option {@code options}, the size of the sample is {@code
   * rows}.
   *
   * @throws IllegalArgumentException when the class is not one of those allowed; the message has
   *     them
   */
  public static WekaTrainer replay(String className) {
    return new WekaTrainer(new ReplayAlgorithm(), Map.of("class", className));
  }

  /**
   * A classifier of Weka's that learns row by row, such as {@code weka.classifiers.lazy.IBk}, on
   * the newest rows: {@code weka-updateable}. Its switches are the option {@code options}, how many
   * rows it knows is {@code window}.
   *
   * @throws IllegalArgumentException when the class is not one of those allowed; the message has
   *     them
   */
  public static WekaTrainer updateable(String className) {
    return new WekaTrainer(new UpdateableAlgorithm(), Map.of("class", className));
  }
}
