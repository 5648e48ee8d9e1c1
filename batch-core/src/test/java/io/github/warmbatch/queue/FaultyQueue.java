package io.github.warmbatch.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A queue at whose calls the faults of a script strike. */
final class FaultyQueue implements JobQueue {
  private final JobQueue queue;
  private final Faults faults;

  FaultyQueue(JobQueue queue, Faults faults) {
    this.queue = queue;
    this.faults = faults;
  }

  @Override
  public String name() {
    return queue.name();
  }

  @Override
  public void submit(List<Payload> entries) {
    Delivery.silent(faults.next(QueueCall.SUBMIT), () -> queue.submit(entries));
  }

  @Override
  public Claim claim(Duration timeout) throws InterruptedException {
    return claim(QueueCall.CLAIM, () -> queue.claim(timeout));
  }

  /** One call, also over a queue that makes two of it. */
  @Override
  public Claim completeAndClaim(Lease lease) throws InterruptedException {
    Lease inner = lease instanceof FaultyLease faulty ? faulty.inner() : lease;
    return claim(QueueCall.COMPLETE_AND_CLAIM, () -> queue.completeAndClaim(inner));
  }

  @Override
  public QueueStats stats() {
    return Delivery.answered(faults.next(QueueCall.STATS), queue::stats);
  }

  @Override
  public DeadLetters deadLetters() {
    return new FaultyDeadLetters(queue.deadLetters(), faults);
  }

  @Override
  public void close() {
    queue.close();
  }

  private Claim claim(QueueCall kind, Callable<Claim> call) throws InterruptedException {
    try {
      Claim claim = Delivery.answered(faults.next(kind), call);
      return claim instanceof Claim.Granted granted
          ? new Claim.Granted(new FaultyLease(granted.lease(), faults))
          : claim;
    } catch (Delivery.Interrupted e) {
      InterruptedException interrupt = new InterruptedException(e.getMessage());
      interrupt.initCause(e);
      throw interrupt;
    }
  }
}
