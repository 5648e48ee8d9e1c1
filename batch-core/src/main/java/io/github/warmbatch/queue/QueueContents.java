package io.github.warmbatch.queue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in a queue, and who was seen working on it. Not thread-safe, and without a clock. */
final class QueueContents {
  private final Order order;
  private final int maxInFlight;
  final Deque<Payload> waiting = new ArrayDeque<>();
  final List<BegunJob> begun = new ArrayList<>();
  final Map<String, DeadLetter> deadLetters = new LinkedHashMap<>();
  final Map<String, Worker> youngest = new HashMap<>();
  private long completed;

  QueueContents(Order order, int maxInFlight) {
    this.order = order;
    this.maxInFlight = maxInFlight;
  }

  void pushTail(Payload entry) {
    waiting.addLast(entry);
  }

  /** Pushes an entry at the end that the claims come from, or at the other one. */
  void push(Payload entry, DeadLetters.Position position) {
    if ((position == DeadLetters.Position.FRONT) == (order == Order.FIFO)) {
      waiting.addFirst(entry);
    } else {
      waiting.addLast(entry);
    }
  }

  /**
   * Notes that this worker, which is not superseded, claims.
   *
   * @return whether it was not known as the youngest of its identity before
   */
  boolean register(Worker worker) {
    return !worker.equals(youngest.put(worker.id(), worker));
  }

  boolean isSuperseded(Worker worker) {
    Worker known = youngest.get(worker.id());
    return known != null && known.isYoungerThan(worker);
  }

  /**
   * The job that this worker is to have next, its earlier deliveries counted. One begun comes
   * before a fresh entry; a fresh one only while fewer are begun than may be in flight.
   */
  Optional<BegunJob> next(Worker worker, Instant now) {
    for (BegunJob job : begun) {
      if (job.isOpenTo(worker, now)) {
        job.closeLastDelivery();
        return Optional.of(job);
      }
    }
    if (begun.size() >= maxInFlight || waiting.isEmpty()) {
      return Optional.empty();
    }
    Payload entry = order == Order.FIFO ? waiting.removeFirst() : waiting.removeLast();
    BegunJob job = new BegunJob(entry, now);
    begun.add(job);
    return Optional.of(job);
  }

  /** When the first job that is leased or rests can be claimed by anyone; empty without such. */
  Optional<Instant> nextChange() {
    return begun.stream().map(BegunJob::openAt).min(Comparator.naturalOrder());
  }

  void complete(BegunJob job) {
    begun.remove(job);
    completed++;
  }

  void bury(BegunJob job, String reason, Instant now) {
    begun.remove(job);
    DeadLetter letter = job.buried(reason, now);
    deadLetters.put(letter.job().id(), letter);
  }

  List<DeadLetter> oldestDeadLetters(int limit) {
    return deadLetters.values().stream().limit(limit).toList();
  }

  Optional<DeadLetter> takeDeadLetter(String jobId) {
    return Optional.ofNullable(deadLetters.remove(jobId));
  }

  QueueStats stats(Instant now) {
    long inFlight = begun.stream().filter(job -> job.isLeased(now)).count();
    return new QueueStats(
        (long) waiting.size() + begun.size(), inFlight, deadLetters.size(), completed);
  }
}
