package io.github.warmbatch.queue;

/**
 * Figures of a queue at one moment.
 *
 * @param queued entries, those in flight included
 * @param inFlight entries under a lease that runs
 * @param deadLetters jobs given up
 * @param completed jobs completed since the queue began to count
 */
public record QueueStats(long queued, long inFlight, long deadLetters, long completed) {
  /** Whether there is no entry and no lease. */
  public boolean isDrained() {
    return queued == 0 && inFlight == 0;
  }
}
