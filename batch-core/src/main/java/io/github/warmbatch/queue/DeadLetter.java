package io.github.warmbatch.queue;

import java.time.Instant;

/**
 * A job that was given up.
 *
 * @param job the job as it was at its last claim
 * @param reason why, the last of its reasons, at most {@value #REASON_LIMIT} characters
 * @param buriedAt when, by the queue's clock
 */
public record DeadLetter(Job job, String reason, Instant buriedAt) {
  /** How many characters of a reason are kept. */
  public static final int REASON_LIMIT = 1_000;

  private static final String CUT = "…";

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
