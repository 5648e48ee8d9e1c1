package io.github.warmbatch.weka;

/** Makes {@code weka-updateable} trainers by name. */
public final class UpdateableProvider extends WekaProvider {

  /** A provider, as the service loader wants it. */
  public UpdateableProvider() {
    super(new UpdateableAlgorithm());
  }
}
