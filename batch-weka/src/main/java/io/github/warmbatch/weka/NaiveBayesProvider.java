package io.github.warmbatch.weka;

/** Makes {@code weka-naive-bayes} trainers by name. */
public final class NaiveBayesProvider extends WekaProvider {

  /** A provider, as the service loader wants it. */
  public NaiveBayesProvider() {
    super(new NaiveBayesAlgorithm());
  }
}
