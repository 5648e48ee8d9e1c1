package io.github.warmbatch.weka;

/** Makes {@code weka-hoeffding-tree} trainers by name. */
public final class HoeffdingTreeProvider extends WekaProvider {

  /** A provider, as the service loader wants it. */
  public HoeffdingTreeProvider() {
    super(new HoeffdingTreeAlgorithm());
  }
}
