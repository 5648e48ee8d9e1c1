package io.github.warmbatch.weka;

/** Makes {@code weka-sgd} trainers by name. */
public final class SgdProvider extends WekaProvider {

  /** A provider, as the service loader wants it. */
  public SgdProvider() {
    super(new SgdAlgorithm());
  }
}
