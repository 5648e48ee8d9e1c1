package io.github.warmbatch.simulation;

import io.github.warmbatch.queue.Job;
import io.github.warmbatch.queue.Lease;
import java.time.Duration;

/** A lease whose calls go over the simulated wire. */
final class SimulatedLease implements Lease {
  private final Lease lease;
  private final QueueCalls calls;

  SimulatedLease(Lease lease, QueueCalls calls) {
    this.lease = lease;
    this.calls = calls;
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
    calls.change("renew", this, lease::renew);
  }

  @Override
  public void complete() {
    calls.change("complete", this, lease::complete);
  }

  @Override
  public void release() {
    calls.change("release", this, lease::release);
  }

  @Override
  public void fail(String reason, Duration backoff) {
    calls.change("fail", this, () -> lease.fail(reason, backoff));
  }

  @Override
  public void bury(String reason) {
    calls.change("bury", this, () -> lease.bury(reason));
  }

  @Override
  public String toString() {
    return "%s #%d job %.4s"
        .formatted(lease.job().payload(), lease.fencingToken(), lease.job().id());
  }
}
