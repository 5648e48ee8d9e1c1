package io.github.warmbatch;

import java.time.Duration;

/**
 * When to try a job again, and when to give it up. Failures, abandonments and releases are counted
 * apart, since they mean different things: the data set is bad, it kills whoever touches it, or it
 * takes longer than workers live.
 *
 * @param maxFailures failures after which a job is dead; 3 by default
 * @param maxAbandonments lost leases, of workers that died or stood still with the job in hand,
 *     after which it is dead, since it may be what kills them; 10 by default
 * @param maxReleases how often a job may be given back untouched, by workers that were told to
 *     stop, before it is dead; 1,000 by default, since spot machines are often told to stop
 * @param firstBackoff the pause after a first failure, doubled after each further one; 1 s by
 *     default
 * @param maxBackoff the longest pause; 1 min by default
 */
public record RetryPolicy(
    int maxFailures,
    int maxAbandonments,
    int maxReleases,
    Duration firstBackoff,
    Duration maxBackoff) {

  /** The defaults. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, 10, 1_000, Duration.ofSeconds(1), Duration.ofMinutes(1));

  /**
   * A policy.
   *
   * @throws IllegalArgumentException when a number is less than one or a duration negative
   */
  public RetryPolicy {
    if (maxFailures < 1 || maxAbandonments < 1 || maxReleases < 1) {
      throw new IllegalArgumentException(
          "maxFailures, maxAbandonments and maxReleases must be at least 1, not %d, %d and %d"
              .formatted(maxFailures, maxAbandonments, maxReleases));
    }
    if (firstBackoff.isNegative() || maxBackoff.isNegative()) {
      throw new IllegalArgumentException("A backoff cannot be negative");
    }
  }

  /** This policy with another limit of failures. */
  public RetryPolicy withMaxFailures(int limit) {
    return new RetryPolicy(limit, maxAbandonments, maxReleases, firstBackoff, maxBackoff);
  }

  /** This policy with another limit of abandonments. */
  public RetryPolicy withMaxAbandonments(int limit) {
    return new RetryPolicy(maxFailures, limit, maxReleases, firstBackoff, maxBackoff);
  }

  /** This policy with another limit of releases. */
  public RetryPolicy withMaxReleases(int limit) {
    return new RetryPolicy(maxFailures, maxAbandonments, limit, firstBackoff, maxBackoff);
  }

  /** The pause after this many failures, from 1 up. */
  Duration backoffAfter(int failures) {
    int doublings = Math.min(failures - 1, 30);
    Duration backoff = firstBackoff.multipliedBy(1L << doublings);
    return backoff.compareTo(maxBackoff) > 0 ? maxBackoff : backoff;
  }
}
