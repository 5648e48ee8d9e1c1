package io.github.warmbatch.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A lease on a job in memory. Its fields change under the lock of the queue only. */
final class MemoryLease implements Lease {
  private final InMemoryJobQueue connection;
  private final SharedQueue shared;
  private final BegunJob begun;
  private final Job job;
  private final long fencingToken;
  Instant expiresAt;
  @Nullable Ending ending;

  /** Made under the lock, of a job whose earlier deliveries are counted. */
  MemoryLease(InMemoryJobQueue connection, SharedQueue shared, BegunJob begun) {
    this.connection = connection;
    this.shared = shared;
    this.begun = begun;
    this.job = begun.asOfNow();
    this.fencingToken = shared.nextFencingToken();
    this.expiresAt = shared.leaseEnd();
  }

  Worker holder() {
    return connection.worker();
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isRunning(Instant now) {
    return now.isBefore(expiresAt);
  }

  @Override
  public Job job() {
    return job;
  }

  @Override
  public long fencingToken() {
    return fencingToken;
  }

  @Override
  public Duration remaining() {
    return shared.read(
        unused -> ending == null ? Duration.between(shared.now(), expiresAt) : Duration.ZERO);
  }

  @Override
  public void renew() {
    shared.change(
        contents -> {
          connection.requireUsable(contents);
          requireHeld();
          expiresAt = shared.leaseEnd();
          return expiresAt;
        });
  }

  @Override
  public void complete() {
    end(Ending.COMPLETED, contents -> contents.complete(begun));
  }

  @Override
  public void release() {
    end(Ending.RELEASED, contents -> begun.released());
  }

  @Override
  public void fail(String reason, Duration backoff) {
    end(Ending.FAILED, contents -> begun.failed(reason, shared.in(backoff)));
  }

  @Override
  public void bury(String reason) {
    end(Ending.BURIED, contents -> contents.bury(begun, reason, shared.now()));
  }

  private void end(Ending wanted, Consumer<QueueContents> effect) {
    shared.change(
        contents -> {
          connection.requireUsable(contents);
          if (ending != wanted) {
            requireHeld();
            effect.accept(contents);
            ending = wanted;
          }
          return wanted;
        });
  }

  private void requireHeld() {
    if (ending != null) {
      throw lost("it was " + ending.inWords + " before");
    }
    if (!begun.isHeldBy(this, shared.now())) {
      throw lost("it ran out, or the job has another holder; drop the work and claim again");
    }
  }

  private LeaseLostException lost(String why) {
    return new LeaseLostException(
        "Lease %d on job %s (%s) of queue %s is over: %s"
            .formatted(fencingToken, job.id(), job.payload(), shared.name(), why));
  }

  enum Ending {
    COMPLETED("completed"),
    RELEASED("released"),
    FAILED("failed"),
    BURIED("buried");

    private final String inWords;

    Ending(String inWords) {
      this.inWords = inWords;
    }
  }
}
