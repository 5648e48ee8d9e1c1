package io.github.warmbatch;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.LeaseLostException;
import io.github.warmbatch.queue.QueueException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The worker's way to its jobs: one lease in hand at most. The next job is claimed with the
 * completion of the last, unless the worker is to stop, and its lease kept alive until somebody
 * takes it. For the worker's thread, except for {@link #giveBack}.
 */
final class Intake implements AutoCloseable {
  private final JobQueue queue;
  private final StopSignal signal;
  private final Listeners listeners;
  private final AtomicReference<@Nullable Lease> inHand = new AtomicReference<>();
  private final WorkerTime time;
  private @Nullable HeldLease claimed;
  private @Nullable Lease leftOpen;

  Intake(WorkerOptions options, StopSignal signal, Listeners listeners) {
    this.queue = options.queue();
    this.time = options.time();
    this.signal = signal;
    this.listeners = listeners;
  }

  /** Whether a job was claimed that nobody has taken yet. */
  boolean hasJob() {
    return claimed != null;
  }

  /** Claims a job; one that is granted can be taken. */
  Claim claim(Duration timeout) throws InterruptedException {
    return received(queue.claim(timeout));
  }

  /** Completes the job in hand; another one can perhaps be taken then. */
  void complete(Lease lease) throws InterruptedException {
    if (signal.isRaised()) {
      lease.complete();
    } else {
      received(queue.completeAndClaim(lease));
    }
  }

  /** The job that was claimed; it is to be handed back to {@link #done}. */
  HeldLease take() {
    HeldLease taken = Objects.requireNonNull(claimed, "no job was claimed");
    claimed = null;
    return taken;
  }

  /** Takes note that a job was decided, or given up. */
  void done(HeldLease taken) {
    taken.close();
    inHand.compareAndSet(taken.lease(), null);
  }

  /** Takes note that nobody knows whether the end of a lease arrived. */
  void leaveOpen(Lease lease) {
    leftOpen = lease;
  }

  /**
   * A lease whose end was lost in an outage would keep this very worker waiting until it runs out.
   */
  void endLeftOpen() {
    Lease lease = leftOpen;
    if (lease == null) {
      return;
    }
    try {
      lease.release();
    } catch (LeaseLostException e) {
      // Its end arrived after all, or it ran out.
    }
    leftOpen = null;
  }

  /** Gives the job in hand back at once, begun or not; for any thread. */
  void giveBack() {
    Lease lease = inHand.get();
    if (lease == null) {
      return;
    }
    try {
      lease.release();
    } catch (QueueException e) {
      listeners.tell(
          listener ->
              listener.warning(
                  "The job in hand could not be given back, its lease will run out: "
                      + e.getMessage()));
    }
  }

  /** Gives a job back that was claimed and will not be taken any more. */
  @Override
  public void close() {
    if (claimed != null) {
      giveBack();
      done(take());
    }
  }

  private Claim received(Claim claim) {
    if (claim instanceof Claim.Granted granted) {
      inHand.set(granted.lease());
      claimed = new HeldLease(granted.lease(), time);
    }
    return claim;
  }
}
