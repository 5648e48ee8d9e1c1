package io.github.warmbatch;

import io.github.warmbatch.queue.Lease;

/** A lease that is kept alive from its claim on, until it is closed. */
final class HeldLease implements AutoCloseable {
  private final Lease lease;
  private final Heartbeat heartbeat;

  HeldLease(Lease lease, WorkerTime time) {
    this.lease = lease;
    this.heartbeat = new Heartbeat(lease, time);
  }

  Lease lease() {
    return lease;
  }

  /** See {@link Heartbeat#requireHeld}. */
  void requireHeld() {
    heartbeat.requireHeld();
  }

  /** Leaves the lease to whoever ended it, or to run out. */
  @Override
  public void close() {
    heartbeat.close();
  }
}
