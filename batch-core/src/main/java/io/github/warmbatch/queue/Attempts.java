package io.github.warmbatch.queue;

/**
 * What became of a job's earlier deliveries. Each delivery is counted once, under one of the three.
 *
 * @param failures how often a worker gave it back as failed
 * @param abandonments how often a delivery ended without a word, because the machine died or stood
 *     still: the lease ran out, or the worker was started again and took its lease back. Counted
 *     when the job is delivered again.
 * @param releases how often a worker gave it back untouched
 */
public record Attempts(int failures, int abandonments, int releases) {
  /** No delivery yet. */
  public static final Attempts NONE = new Attempts(0, 0, 0);
}
