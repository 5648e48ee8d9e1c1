package io.github.warmbatch.weka;

/** Makes {@code weka-replay} trainers by name. */
public final class ReplayProvider extends WekaProvider {

  /** A provider, as the service loader wants it. */
  public ReplayProvider() {
    super(new ReplayAlgorithm());
  }
}
