package io.github.warmbatch.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A queue in this process's memory: for tests, and for a single process that can push everything
 * again after a restart. Keeps every law of {@link JobQueue}.
 *
 * <p>What {@link #builder} builds is the first worker's connection to a new queue; {@link
 * #connectAs} opens further ones to the same queue. It lives as long as one of them is reachable.
 *
 * <pre>{@code
 * InMemoryJobQueue queue = InMemoryJobQueue.builder().name("datasets").build();
 * queue.submit(List.of(Payload.of("datasets/training/2018-04-01.pkl")));
 * JobQueue another = queue.connectAs("worker-2");
 * }</pre>
 *
 * <p>Where more than one job may be in flight, a job that was begun counts until it is finished,
 * also while it backs off or waits to be delivered again. The timeout of a claim runs by the
 * queue's clock, as leases and backoffs do. There is no limit to entries and dead letters but the
 * memory. Safe for use from many threads.
 */
public final class InMemoryJobQueue implements JobQueue {
  final SharedQueue shared;
  private final Worker worker;
  private final DeadLetters deadLetters;
  private volatile boolean closed;

  InMemoryJobQueue(SharedQueue shared, String workerId) {
    this.shared = shared;
    this.worker = shared.newWorker(workerId);
    this.deadLetters = new MemoryDeadLetters(this, shared);
  }

  /** Builds a new, empty queue. */
  public static InMemoryJobQueueBuilder builder() {
    return new InMemoryJobQueueBuilder();
  }

  /**
   * A connection to the same queue, as another process would open it; may be called after {@link
   * #close}.
   *
   * @param workerId the worker's identity: that of a connection that is there already stands for a
   *     process started again, which supersedes the older one with its first claim
   * @throws IllegalArgumentException when the identity is blank
   */
  public InMemoryJobQueue connectAs(String workerId) {
    return new InMemoryJobQueue(shared, InMemoryJobQueueBuilder.named("worker id", workerId));
  }

  /**
   * Pushes an entry in front of all that wait: it is next after the jobs begun.
   *
   * @throws IllegalStateException when the connection is closed
   */
  public void submitUrgent(Payload entry) {
    shared.change(
        contents -> {
          requireOpen();
          contents.push(entry, DeadLetters.Position.FRONT);
          return entry;
        });
  }

  @Override
  public String name() {
    return shared.name();
  }

  @Override
  public void submit(List<Payload> entries) {
    List<Payload> copy = List.copyOf(entries);
    shared.change(
        contents -> {
          requireOpen();
          copy.forEach(contents::pushTail);
          return copy;
        });
  }

  @Override
  public Claim claim(Duration timeout) throws InterruptedException {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException(
          "Cannot wait " + timeout + " for a job; give a timeout of zero or more");
    }
    return shared.claim(timeout, this::claimNow);
  }

  @Override
  public Claim completeAndClaim(Lease lease) throws InterruptedException {
    try {
      return shared.claim(
          Duration.ZERO,
          contents -> {
            lease.complete();
            return claimNow(contents);
          });
    } catch (InterruptedException e) {
      lease.complete();
      throw e;
    }
  }

  @Override
  public QueueStats stats() {
    return shared.read(
        contents -> {
          requireOpen();
          return contents.stats(shared.now());
        });
  }

  @Override
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  @Override
  public void close() {
    closed = true;
    shared.wakeAll();
  }

  Worker worker() {
    return worker;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "Worker %s has closed its connection to queue %s; open another by connectAs"
              .formatted(worker.id(), name()));
    }
  }

  void requireUsable(QueueContents contents) {
    requireOpen();
    if (contents.isSuperseded(worker)) {
      throw new SupersededException(
          "Worker %s of queue %s was superseded by a younger process of the same worker id; stop"
              .formatted(worker.id(), name()));
    }
  }

  private Claim claimNow(QueueContents contents) {
    requireUsable(contents);
    if (contents.register(worker)) {
      shared.wakeAll();
    }
    Instant now = shared.now();
    return contents
        .next(worker, now)
        .<Claim>map(this::grant)
        .or(
            () ->
                contents.nextChange().map(change -> new Claim.Wait(Duration.between(now, change))))
        .orElseGet(Claim.Drained::new);
  }

  private Claim grant(BegunJob job) {
    MemoryLease lease = new MemoryLease(this, shared, job);
    job.leaseTo(lease);
    return new Claim.Granted(lease);
  }
}
