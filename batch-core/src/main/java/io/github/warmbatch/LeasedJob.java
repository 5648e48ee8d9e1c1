package io.github.warmbatch;

import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.queue.Lease;
import java.time.Duration;

/** A job claimed from the queue, its lease kept alive until the assignment is closed. */
final class LeasedJob implements Assignment, AutoCloseable {
  private final Lease lease;
  private final JobRef job;
  private final Heartbeat heartbeat;

  LeasedJob(Lease lease, JobRef job, WorkerTime time) {
    this.lease = lease;
    this.job = job;
    this.heartbeat = new Heartbeat(lease, time);
  }

  @Override
  public JobRef job() {
    return job;
  }

  @Override
  public int failures() {
    return lease.job().attempts().failures();
  }

  @Override
  public int abandonments() {
    return lease.job().attempts().abandonments();
  }

  @Override
  public boolean isObligation() {
    return false;
  }

  @Override
  public void requireHeld() {
    heartbeat.requireHeld();
  }

  @Override
  public void complete() {
    lease.complete();
  }

  @Override
  public void release() {
    lease.release();
  }

  @Override
  public void fail(String reason, Duration pause) {
    lease.fail(reason, pause);
  }

  @Override
  public void bury(String reason) {
    lease.bury(reason);
  }

  @Override
  public void close() {
    heartbeat.close();
  }
}
