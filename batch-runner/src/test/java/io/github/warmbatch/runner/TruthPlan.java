package io.github.warmbatch.runner;

import java.time.Duration;

/**
 * How much is to be worked off, by whom, and how it is disturbed.
 *
 * @param jobs entries pushed, to all queues together
 * @param queues queues, each with a lineage of its own
 * @param workers processes for each queue
 * @param disturbances at least this many processes are killed or frozen, whenever the next share of
 *     the work is done
 * @param pace the longest time without one, which a slow machine must not go below
 * @param redisRestarts how often Redis is ended and started again
 * @param seed of every choice
 */
record TruthPlan(
    int jobs,
    int queues,
    int workers,
    int disturbances,
    Duration pace,
    int redisRestarts,
    long seed) {
  /** As soon as a frozen process has been still for longer than this, its lease is over. */
  static final Duration LEASE = Duration.ofSeconds(2);

  private static final String PREFIX = "warmbatch.truth.";

  /** By system properties {@code warmbatch.truth.jobs} and so on, else a plan of half a minute. */
  static TruthPlan ofProperties() {
    return new TruthPlan(
        Integer.getInteger(PREFIX + "jobs", 240),
        Integer.getInteger(PREFIX + "queues", 2),
        Integer.getInteger(PREFIX + "workers", 2),
        Integer.getInteger(PREFIX + "disturbances", 14),
        Duration.ofMillis(Integer.getInteger(PREFIX + "pace", 3_600_000)),
        Integer.getInteger(PREFIX + "restarts", 2),
        Long.getLong(PREFIX + "seed", 20180401L));
  }
}
