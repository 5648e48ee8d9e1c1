package io.github.warmbatch;

import java.time.Duration;

/**
 * When to try a job again, and when to give it up. Being given back untouched never counts.
 *
 * @param maxFailures failures after which a job is dead; 3 by default
 * @param maxAbandonments lost leases, of workers that died or stood still with the job in hand,
 *     after which it is dead, since it may be what kills them; 10 by default
 * @param firstBackoff the pause after a first failure, doubled after each further one; 1 s by
 *     default
 * @param maxBackoff the longest pause; 1 min by default
 */
public record RetryPolicy(
    int maxFailures, int maxAbandonments, Duration firstBackoff, Duration maxBackoff) {

  /** The defaults. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, 10, Duration.ofSeconds(1), Duration.ofMinutes(1));

  /**
   * A policy.
   *
   * @throws IllegalArgumentException when a number is less than one or a duration negative
   */
  public RetryPolicy {
    if (maxFailures < 1 || maxAbandonments < 1) {
      throw new IllegalArgumentException(
          "maxFailures and maxAbandonments must be at least 1, not %d and %d"
              .formatted(maxFailures, maxAbandonments));
    }
    if (firstBackoff.isNegative() || maxBackoff.isNegative()) {
      throw new IllegalArgumentException("A backoff cannot be negative");
    }
  }

  /** The default policy with another limit of failures. */
  public static RetryPolicy ofMaxFailures(int maxFailures) {
    return new RetryPolicy(
        maxFailures, DEFAULT.maxAbandonments, DEFAULT.firstBackoff, DEFAULT.maxBackoff);
  }

  /** The pause after this many failures, from 1 up. */
  Duration backoffAfter(int failures) {
    int doublings = Math.min(failures - 1, 30);
    Duration backoff = firstBackoff.multipliedBy(1L << doublings);
    return backoff.compareTo(maxBackoff) > 0 ? maxBackoff : backoff;
  }
}
