package io.github.warmbatch.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry that was claimed and is not finished. Not thread-safe. */
final class BegunJob {
  private final String id = UUID.randomUUID().toString();
  final Payload payload;
  private final Instant begunAt;
  final List<String> reasons = new ArrayList<>();
  Attempts attempts = Attempts.NONE;
  Instant restsUntil = Instant.MIN;
  @Nullable MemoryLease lease;

  BegunJob(Payload payload, Instant now) {
    this.payload = payload;
    this.begunAt = now;
  }

  Job asOfNow() {
    return new Job(id, payload, attempts);
  }

  boolean isHeldBy(MemoryLease candidate, Instant now) {
    return lease == candidate && candidate.isRunning(now);
  }

  boolean isLeased(Instant now) {
    return lease != null && lease.isRunning(now);
  }

  /** Whether this worker may claim it: what an older process of its own held is its at once. */
  boolean isOpenTo(Worker worker, Instant now) {
    if (lease != null) {
      return !lease.isRunning(now) || worker.isYoungerThan(lease.holder());
    }
    return !restsUntil.isAfter(now);
  }

  /** When it can be claimed by anyone, if nobody does anything until then. */
  Instant openAt() {
    return lease == null ? restsUntil : lease.expiresAt();
  }

  /** Counts the end of the last delivery, if it ended without a word. */
  void closeLastDelivery() {
    if (lease != null) {
      attempts =
          new Attempts(attempts.failures(), attempts.abandonments() + 1, attempts.releases());
      lease = null;
    }
  }

  void leaseTo(MemoryLease next) {
    lease = next;
  }

  void released() {
    attempts = new Attempts(attempts.failures(), attempts.abandonments(), attempts.releases() + 1);
    lease = null;
    restsUntil = Instant.MIN;
  }

  void failed(String reason, Instant until) {
    countFailure(reason);
    lease = null;
    restsUntil = until;
  }

  DeadLetter buried(String reason, Instant now) {
    countFailure(reason);
    return new DeadLetter(asOfNow(), reasons, begunAt, now);
  }

  private void countFailure(String reason) {
    attempts = new Attempts(attempts.failures() + 1, attempts.abandonments(), attempts.releases());
    reasons.add(DeadLetter.shortened(reason));
    if (reasons.size() > DeadLetter.REASONS_LIMIT) {
      reasons.remove(0);
    }
  }
}
