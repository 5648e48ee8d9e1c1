package io.github.warmbatch.queue;

/**
 * What became of a job's earlier deliveries.
 *
 * @param failures how often a worker gave it back as failed
 * @param abandonments how often a lease ran out, because the machine died or stood still
 * @param releases how often a worker gave it back untouched
 */
public record Attempts(int failures, int abandonments, int releases) {
  /** No delivery yet. */
  public static final Attempts NONE = new Attempts(0, 0, 0);
}
