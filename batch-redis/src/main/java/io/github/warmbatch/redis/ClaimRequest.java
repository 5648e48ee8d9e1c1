package io.github.warmbatch.redis;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A request for a lease: a rising number, and the token and job id that it proposes. It is repeated
 * as it is until it is granted, so that a lease that was granted to a lost answer is found again.
 *
 * @param number greater than that of every request before
 * @param token what the lease's owner has to show
 * @param jobId for an entry that has none yet
 */
record ClaimRequest(long number, String token, String jobId) {

  /** The requests of one process. Safe for use from many threads. */
  static final class Book {
    private final AtomicLong last = new AtomicLong();
    private final String process = Identity.randomText();
    private final Deque<ClaimRequest> open = new ConcurrentLinkedDeque<>();

    /** One that was not granted yet, else a new one. */
    ClaimRequest take() {
      ClaimRequest request = open.pollFirst();
      return request != null ? request : next();
    }

    /** The token is a secret of its own, since others see job ids. */
    private ClaimRequest next() {
      long number = last.incrementAndGet();
      return new ClaimRequest(number, Identity.randomText(), process + "-" + number);
    }

    /** Keeps one that was not granted, or whose answer is unknown. */
    void keep(ClaimRequest request) {
      open.addFirst(request);
    }
  }
}
