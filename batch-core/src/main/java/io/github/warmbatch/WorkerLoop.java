package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.LeaseLostException;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import io.github.warmbatch.queue.QueueStats;
import io.github.warmbatch.queue.SupersededException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The protocol: what the lineage owes comes first; then what the queue holds; and nothing is left
 * to do only when the lineage has not moved while the queue said so.
 */
final class WorkerLoop {
  /** How long one claim waits at most, and with that how soon a request to stop is heard. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final WorkerOptions options;
  private final JobQueue queue;
  private final CheckpointStore store;
  private final Listeners listeners;
  private final StopSignal signal;
  private final Tally tally = new Tally();
  private final Map<String, Integer> failuresOfOwed = new HashMap<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final Intake intake;
  private Duration wait = Duration.ZERO;
  private boolean announced;
  private long deadLetters;

  WorkerLoop(WorkerOptions options) {
    this.options = options;
    this.queue = options.queue();
    this.store = options.store();
    this.listeners = new Listeners(options.listeners());
    this.signal = new StopSignal(options.time());
    this.intake = new Intake(options, signal, listeners);
  }

  void stop() {
    signal.stop();
  }

  void stopNow() {
    signal.stopNow();
    intake.giveBack();
  }

  Optional<Duration> timeLeft() {
    return tally.left();
  }

  RunSummary run() throws InterruptedException {
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException("A worker runs once: build another");
    }
    Lineage lineage = store.lineage();
    requireSame(lineage);
    store.prepare();
    HoldOut holdOut = HoldOut.read(options);
    if (holdOut != null) {
      lineage.model().ifPresent(known -> holdOut.requireFits(modelOf(known)));
    }
    FirstLook look = new FirstLook(options, listeners);
    if (holdOut != null && lineage.spec().isEmpty()) {
      holdOut.requireNoLeak(look);
    }
    Learner<?> learner = new Learner<>(options, options.trainer(), holdOut, look);
    JobProcessor processor = new JobProcessor(options, learner, listeners, signal, tally);
    Views views = new Views(options, holdOut, listeners);
    RunSummary.Outcome outcome = RunSummary.Outcome.REGRESSED;
    if (views.refresh(lineage)) {
      try (intake) {
        outcome = workOff(processor, views);
      }
    }
    return summary(outcome);
  }

  private RunSummary.Outcome workOff(JobProcessor processor, Views views)
      throws InterruptedException {
    Outage outage = new Outage(options.patience(), options.time()::nanoTime);
    while (!signal.isRaised()) {
      if (step(processor, outage) && processor.isHeadWhole(store.lineage())) {
        listeners.tell(WorkerListener::drained);
        return RunSummary.Outcome.DRAINED;
      }
      if (!views.refresh(store.lineage())) {
        return RunSummary.Outcome.REGRESSED;
      }
    }
    return RunSummary.Outcome.STOPPED;
  }

  /** One job, or one look for one; true when there is nothing left to do. */
  private boolean step(JobProcessor processor, Outage outage) throws InterruptedException {
    listeners.tell(WorkerListener::looking);
    try {
      announce();
      intake.endLeftOpen();
      boolean drained = next(processor);
      outage.over();
      return drained && !options.waitForWork();
    } catch (SupersededException | QueueRefusedException e) {
      throw e;
    } catch (LeaseLostException e) {
      warn("A lease was lost", e);
    } catch (QueueException e) {
      Duration pause = outage.pauseAfter(e);
      listeners.tell(listener -> listener.queueUnavailable(String.valueOf(e.getMessage()), pause));
      signal.pause(pause);
    }
    return false;
  }

  /** Tells of the start, once the queue has answered for the first time. */
  private void announce() {
    if (!announced) {
      QueueStats stats = queue.stats();
      deadLetters = stats.deadLetters();
      announced = true;
      listeners.tell(listener -> listener.started(stats.isDrained()));
    }
  }

  private boolean next(JobProcessor processor) throws InterruptedException {
    if (!intake.hasJob()) {
      Lineage before = store.lineage();
      Optional<JobRef> owed = before.obligation();
      if (owed.isPresent()) {
        processor.process(new Obligation(owed.get(), failuresOfOwed, signal), before);
        return false;
      }
      Claim claim = intake.claim(wait);
      if (!(claim instanceof Claim.Granted)) {
        return isDrained(claim, before);
      }
    }
    wait = Duration.ZERO;
    take(processor, store.lineage());
    return false;
  }

  /** What a claim in vain means, and how long the next one is to wait. */
  private boolean isDrained(Claim claim, Lineage before) {
    if (claim instanceof Claim.Drained && store.lineage().head() != before.head()) {
      return false;
    }
    Duration hint = claim instanceof Claim.Wait later ? later.hint() : LONGEST_WAIT;
    if (wait.isZero() && (claim instanceof Claim.Wait || options.waitForWork())) {
      listeners.tell(listener -> listener.waiting(hint));
    }
    wait = hint.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : hint;
    return claim instanceof Claim.Drained;
  }

  /** Works on the job that was claimed; the lineage was read after its claim. */
  private void take(JobProcessor processor, Lineage lineage) throws InterruptedException {
    HeldLease held = intake.take();
    try {
      if (signal.isUrgent()) {
        held.lease().release();
      } else {
        work(held, processor, lineage);
      }
    } catch (CheckpointException | ConfigurationException e) {
      giveBack(held.lease(), e);
      throw e;
    } catch (QueueException e) {
      intake.leaveOpen(held.lease());
      throw e;
    } finally {
      intake.done(held);
    }
  }

  private void work(HeldLease held, JobProcessor processor, Lineage lineage)
      throws InterruptedException {
    Lease lease = held.lease();
    String id = lease.job().id();
    JobRef job;
    DatasetException unreadable = null;
    try {
      job = JobEntry.parse(lease.job().payload()).withId(id);
    } catch (DatasetException e) {
      unreadable = e;
      job = new JobRef(id, DatasetException.quoted(lease.job().payload().text()), null);
    }
    LeasedJob leased = new LeasedJob(held, job, intake);
    if (unreadable == null) {
      processor.process(leased, lineage);
    } else {
      processor.giveUp(leased, null, String.valueOf(unreadable.getMessage()));
    }
  }

  /** The storage or the configuration is at fault, not the job: another worker may have it now. */
  private static void giveBack(Lease lease, RuntimeException reason) {
    try {
      lease.release();
    } catch (QueueException e) {
      reason.addSuppressed(e);
    }
  }

  private void requireSame(Lineage lineage) {
    lineage
        .spec()
        .ifPresent(
            bound -> {
              List<String> differences = options.spec().differencesFrom(bound);
              if (!differences.isEmpty()) {
                throw new ConfigurationException(
                    "The lineage was begun with other settings ("
                        + String.join("; ", differences)
                        + "): use those, or another output directory");
              }
            });
  }

  private static Model modelOf(Manifest absorbed) {
    return ((Decision.Absorbed) absorbed.decision()).model();
  }

  private RunSummary summary(RunSummary.Outcome outcome) {
    try {
      deadLetters = queue.stats().deadLetters();
    } catch (QueueException e) {
      warn("The number of dead letters is the last one known", e);
    }
    return tally.summary(outcome, deadLetters, store.lineage().head());
  }

  private void warn(String what, QueueException why) {
    listeners.tell(listener -> listener.warning(what + ": " + why.getMessage()));
  }
}
