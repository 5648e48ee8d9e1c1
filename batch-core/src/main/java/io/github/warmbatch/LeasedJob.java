package io.github.warmbatch;

import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.queue.Lease;
import java.time.Duration;

/** A job claimed from the queue. */
final class LeasedJob implements Assignment {
  private final HeldLease held;
  private final Lease lease;
  private final JobRef job;
  private final Intake intake;

  LeasedJob(HeldLease held, JobRef job, Intake intake) {
    this.held = held;
    this.lease = held.lease();
    this.job = job;
    this.intake = intake;
  }

  @Override
  public JobRef job() {
    return job;
  }

  @Override
  public Attempts attempts() {
    return lease.job().attempts();
  }

  @Override
  public boolean isObligation() {
    return false;
  }

  @Override
  public void requireHeld() {
    held.requireHeld();
  }

  @Override
  public void complete() throws InterruptedException {
    intake.complete(lease);
    held.close();
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
}
