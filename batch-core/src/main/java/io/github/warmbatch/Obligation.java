package io.github.warmbatch;

import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.queue.Attempts;
import java.time.Duration;
import java.util.Map;

/**
 * A job that the lineage owes, since a decision about it was taken back. It has no entry in the
 * queue: what becomes of it, the lineage alone records; failures are counted within one run.
 */
final class Obligation implements Assignment {
  private final JobRef job;
  private final Map<String, Integer> failures;
  private final StopSignal signal;

  Obligation(JobRef job, Map<String, Integer> failures, StopSignal signal) {
    this.job = job;
    this.failures = failures;
    this.signal = signal;
  }

  @Override
  public JobRef job() {
    return job;
  }

  @Override
  public Attempts attempts() {
    return new Attempts(failures.getOrDefault(job.id(), 0), 0, 0);
  }

  @Override
  public boolean isObligation() {
    return true;
  }

  @Override
  public void requireHeld() {}

  @Override
  public void complete() {}

  @Override
  public void release() {}

  @Override
  public void fail(String reason, Duration pause) throws InterruptedException {
    if (!signal.pause(pause)) {
      failures.merge(job.id(), 1, Integer::sum);
    }
  }

  @Override
  public void bury(String reason) {}
}
