package io.github.warmbatch.queue;

import java.time.Duration;

/** What a queue answers to whoever asks for a job. */
public sealed interface Claim {

  /**
   * A job to work on.
   *
   * @param lease the claim on it
   */
  record Granted(Lease lease) implements Claim {}

  /**
   * There are entries, but none to be had now: they are leased, or backing off after a failure.
   *
   * @param hint when asking again may be worth it: until the first lease or backoff ends, more than
   *     zero. Asking sooner does no harm, since a lease may be given back.
   */
  record Wait(Duration hint) implements Claim {}

  /** No entry and no lease. */
  record Drained() implements Claim {}
}
