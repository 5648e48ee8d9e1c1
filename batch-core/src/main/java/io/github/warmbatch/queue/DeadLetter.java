package io.github.warmbatch.queue;

import java.time.Instant;
import java.util.List;

/**
 * A job that was given up.
 *
 * @param job the job, with all its deliveries counted; the one that it was given up in is a failure
 * @param reasons why it failed and why it was given up: the last {@value #REASONS_LIMIT} at most,
 *     the oldest first, each of at most {@value #REASON_LIMIT} characters; never empty
 * @param begunAt when it was claimed for the first time, by the queue's clock
 * @param buriedAt when it was given up, by the queue's clock
 */
public record DeadLetter(Job job, List<String> reasons, Instant begunAt, Instant buriedAt) {
  /** How many reasons are kept. */
  public static final int REASONS_LIMIT = 10;

  /** How many characters of a reason are kept. */
  public static final int REASON_LIMIT = 1_000;

  private static final String CUT = "…";

  /**
   * A dead letter of a copy of these reasons.
   *
   * @throws IllegalArgumentException when there is no reason
   */
  public DeadLetter {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("Dead letter " + job.id() + " has no reason; give one");
    }
    reasons = List.copyOf(reasons);
  }

  /** Why it was given up: the last of its reasons. */
  public String reason() {
    return reasons.get(reasons.size() - 1);
  }

  /** A reason of at most {@value #REASON_LIMIT} characters, an ellipsis where it was cut. */
  public static String shortened(String reason) {
    if (reason.length() <= REASON_LIMIT) {
      return reason;
    }
    int end = REASON_LIMIT - CUT.length();
    if (Character.isHighSurrogate(reason.charAt(end - 1))) {
      end--;
    }
    return reason.substring(0, end) + CUT;
  }
}
