package io.github.warmbatch.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a queue in memory held at one moment, and the accidents that happen to a server's memory: it
 * is restored from an older snapshot, or loses everything but its list.
 */
public final class QueueSnapshot {
  private final SharedQueue queue;
  private final List<Payload> waiting;
  private final List<BegunState> begun;
  private final Map<String, DeadLetter> deadLetters;
  private final Map<String, Worker> youngest;

  private QueueSnapshot(SharedQueue queue, QueueContents contents) {
    this.queue = queue;
    this.waiting = List.copyOf(contents.waiting);
    this.begun = contents.begun.stream().map(BegunState::of).toList();
    this.deadLetters = new LinkedHashMap<>(contents.deadLetters);
    this.youngest = Map.copyOf(contents.youngest);
  }

  /** What the queue holds now. */
  public static QueueSnapshot of(InMemoryJobQueue connection) {
    SharedQueue queue = connection.shared;
    return queue.read(contents -> new QueueSnapshot(queue, contents));
  }

  /** Has the queue hold that again. What it granted since, it does not know; time has gone on. */
  public void restore() {
    queue.change(
        contents -> {
          contents.begun.forEach(job -> job.lease = null);
          contents.begun.clear();
          begun.forEach(state -> contents.begun.add(state.restore()));
          refill(contents, waiting, deadLetters, youngest);
          return waiting;
        });
  }

  /**
   * Loses all but the list of entries: who holds what, which jobs were begun, the dead letters. Of
   * a queue that is worked off from the head.
   */
  public static void loseAllButTheList(InMemoryJobQueue connection) {
    connection.shared.change(
        contents -> {
          List<Payload> entries = new ArrayList<>();
          contents.begun.forEach(job -> entries.add(job.payload));
          entries.addAll(contents.waiting);
          contents.begun.forEach(job -> job.lease = null);
          contents.begun.clear();
          refill(contents, entries, Map.of(), Map.of());
          return entries;
        });
  }

  private static void refill(
      QueueContents contents,
      List<Payload> waiting,
      Map<String, DeadLetter> deadLetters,
      Map<String, Worker> youngest) {
    contents.waiting.clear();
    contents.waiting.addAll(waiting);
    contents.deadLetters.clear();
    contents.deadLetters.putAll(deadLetters);
    contents.youngest.clear();
    contents.youngest.putAll(youngest);
  }

  private record BegunState(
      BegunJob job,
      Attempts attempts,
      Instant restsUntil,
      List<String> reasons,
      @Nullable MemoryLease lease,
      @Nullable Instant leaseEnd) {
    static BegunState of(BegunJob job) {
      MemoryLease lease = job.lease;
      return new BegunState(
          job,
          job.attempts,
          job.restsUntil,
          List.copyOf(job.reasons),
          lease,
          lease == null ? null : lease.expiresAt);
    }

    BegunJob restore() {
      job.attempts = attempts;
      job.restsUntil = restsUntil;
      job.reasons.clear();
      job.reasons.addAll(reasons);
      job.lease = lease;
      if (lease != null && leaseEnd != null) {
        lease.expiresAt = leaseEnd;
        lease.ending = null;
      }
      return job;
    }
  }
}
