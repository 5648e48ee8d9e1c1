package io.github.warmbatch.queue;

import java.time.Duration;

/** A lease at whose calls the faults of a script strike. */
final class FaultyLease implements Lease {
  private final Lease lease;
  private final Faults faults;

  FaultyLease(Lease lease, Faults faults) {
    this.lease = lease;
    this.faults = faults;
  }

  Lease inner() {
    return lease;
  }

  @Override
  public Job job() {
    return lease.job();
  }

  @Override
  public long fencingToken() {
    return lease.fencingToken();
  }

  @Override
  public Duration remaining() {
    return lease.remaining();
  }

  @Override
  public void renew() {
    Delivery.silent(faults.next(QueueCall.RENEW), lease::renew);
  }

  @Override
  public void complete() {
    Delivery.silent(faults.next(QueueCall.COMPLETE), lease::complete);
  }

  @Override
  public void release() {
    Delivery.silent(faults.next(QueueCall.RELEASE), lease::release);
  }

  @Override
  public void fail(String reason, Duration backoff) {
    Delivery.silent(faults.next(QueueCall.FAIL), () -> lease.fail(reason, backoff));
  }

  @Override
  public void bury(String reason) {
    Delivery.silent(faults.next(QueueCall.BURY), () -> lease.bury(reason));
  }
}
