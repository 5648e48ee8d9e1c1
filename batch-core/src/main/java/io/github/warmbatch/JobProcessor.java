package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.DatasetId;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.UnwritableDraftException;
import io.github.warmbatch.checkpoint.Verdict;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.training.TrainingException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one job to its decision. The lineage is asked first, by the job's id and by what its data
 * set is; then the data set is learned and the decision published, and only then the queue is told.
 */
final class JobProcessor {
  private final WorkerOptions options;
  private final CheckpointStore store;
  private final Learner<?> learner;
  private final DecisionPublisher publisher;
  private final Listeners listeners;
  private final StopSignal signal;
  private final Tally tally;

  JobProcessor(
      WorkerOptions options,
      Learner<?> learner,
      Listeners listeners,
      StopSignal signal,
      Tally tally) {
    this.options = options;
    this.store = options.store();
    this.learner = learner;
    this.publisher = new DecisionPublisher(store, signal);
    this.listeners = listeners;
    this.signal = signal;
    this.tally = tally;
  }

  /**
   * Works on a job until it is decided, given back, or another decision must be taken first.
   *
   * @param lineage read after the job came to hand
   */
  void process(Assignment assignment, Lineage lineage) throws InterruptedException {
    Lineage current = lineage;
    while (!isOutOfTurn(assignment, current) && !isDecided(assignment, current)) {
      Optional<String> hopeless = whyHopeless(assignment);
      if (hopeless.isPresent()) {
        giveUp(assignment, null, hopeless.get());
        return;
      }
      if (attempt(assignment, current)) {
        return;
      }
      learner.discard();
      current = store.lineage();
    }
  }

  /** Decides that a job is dead, unless it is found to be decided already. */
  void giveUp(Assignment assignment, @Nullable String sha256, String reason)
      throws InterruptedException {
    Lineage current = store.lineage();
    while (!isOutOfTurn(assignment, current) && !isDecided(assignment, current)) {
      Decision dead = new Decision.Dead(assignment.job(), sha256, reason, options.spec());
      Draft draft = new Draft(current.head(), current.head(), dead, null, options.workerId());
      if (publisher.publish(draft).isPresent()) {
        tally.dead();
        listeners.tell(listener -> listener.dead(assignment.job().path(), reason));
        assignment.bury(reason);
        return;
      }
      current = store.lineage();
    }
  }

  /**
   * Whether the next worker can go on from the head; where its state is damaged, goes back from it,
   * so that there are obligations again.
   */
  boolean isHeadWhole(Lineage lineage) throws InterruptedException {
    try {
      lineage.model().ifPresent(learner::requireWhole);
      return true;
    } catch (CorruptStateException e) {
      fallBack(lineage, e);
      return false;
    }
  }

  /** What is owed comes first, and a job that is no longer owed is no longer ours. */
  private static boolean isOutOfTurn(Assignment assignment, Lineage lineage) {
    Optional<JobRef> owed = lineage.obligation();
    if (assignment.isObligation()) {
      return owed.filter(assignment.job()::equals).isEmpty();
    }
    if (owed.isPresent()) {
      assignment.release();
    }
    return owed.isPresent();
  }

  private boolean isDecided(Assignment assignment, Lineage lineage) throws InterruptedException {
    Verdict verdict = lineage.verdict(assignment.job().id()).orElse(null);
    if (verdict == null || verdict.kind() == Verdict.Kind.TO_REQUEUE) {
      return false;
    }
    if (verdict.kind() == Verdict.Kind.DEAD) {
      assignment.bury(reasonOf(lineage, verdict));
    } else {
      completeKnown(assignment, verdict.number());
    }
    return true;
  }

  private static String reasonOf(Lineage lineage, Verdict verdict) {
    return lineage
        .find(verdict.number())
        .map(manifest -> ((Decision.Dead) manifest.decision()).reason())
        .orElseThrow();
  }

  private void completeKnown(Assignment assignment, long number) throws InterruptedException {
    assignment.complete();
    tally.duplicate();
    listeners.tell(listener -> listener.known(assignment.job().path(), number));
  }

  /** One attempt; false when another decision came first and all must be looked at again. */
  private boolean attempt(Assignment assignment, Lineage lineage) throws InterruptedException {
    JobRef job = assignment.job();
    listeners.tell(listener -> listener.processing(job.path()));
    DatasetFile file = null;
    try {
      file = options.dataRoot().open(job.path());
      DatasetId id = new DatasetId(file.path(), file.sha256(), job.again());
      Optional<Verdict> known = lineage.verdict(id);
      if (known.isPresent()) {
        settleDuplicate(assignment, file, known.get().number());
        return true;
      }
      if (signal.isUrgent()) {
        assignment.release();
        return true;
      }
      tally.begun(file.size());
      return publish(assignment, learner.learn(job, file, lineage));
    } catch (CorruptStateException e) {
      fallBack(lineage, e);
      return false;
    } catch (UnwritableDraftException e) {
      fail(assignment, file, job.path() + ": " + e.getMessage(), false);
      return true;
    } catch (DatasetException e) {
      fail(assignment, file, String.valueOf(e.getMessage()), e.isCurable());
      return true;
    } catch (TrainingException e) {
      if (Thread.interrupted()) {
        learner.discard();
        assignment.release();
        throw new InterruptedException("Interrupted while learning " + job.path());
      }
      fail(assignment, file, job.path() + ": " + e.getMessage(), true);
      return true;
    } finally {
      tally.over();
    }
  }

  private void settleDuplicate(Assignment assignment, DatasetFile file, long number)
      throws InterruptedException {
    if (assignment.isObligation()) {
      giveUp(assignment, file.sha256(), file.path() + ": duplicate of number " + number);
    } else {
      completeKnown(assignment, number);
    }
  }

  private boolean publish(Assignment assignment, Draft draft) throws InterruptedException {
    if (signal.isUrgent()) {
      learner.discard();
      assignment.release();
      return true;
    }
    assignment.requireHeld();
    Optional<Manifest> published = publisher.publish(draft);
    if (published.isEmpty()) {
      return false;
    }
    Manifest manifest = published.get();
    learner.committed(manifest.number());
    tally.absorbed();
    try {
      assignment.complete();
    } finally {
      listeners.tell(listener -> listener.absorbed(manifest));
      tellDrift(manifest);
    }
    return true;
  }

  private void tellDrift(Manifest manifest) {
    if (manifest.decision() instanceof Decision.Absorbed absorbed && !absorbed.drift().isEmpty()) {
      Drift drift = new Drift(manifest.number(), absorbed.dataset().path(), absorbed.drift());
      listeners.tell(listener -> listener.drifted(drift));
    }
  }

  private void fallBack(Lineage lineage, CorruptStateException damage) throws InterruptedException {
    listeners.tell(listener -> listener.warning(String.valueOf(damage.getMessage())));
    Draft draft = new Fallback(store, options.workerId()).from(lineage, damage);
    publisher
        .publish(draft)
        .ifPresent(
            manifest ->
                listeners.tell(
                    listener ->
                        listener.warning(
                            "Went back to number %d; what was learned since is learned again"
                                .formatted(manifest.parent()))));
  }

  private void fail(
      Assignment assignment, @Nullable DatasetFile file, String reason, boolean curable)
      throws InterruptedException {
    learner.discard();
    int failures = assignment.attempts().failures() + 1;
    if (!curable || failures >= options.retry().maxFailures()) {
      giveUp(assignment, file == null ? null : file.sha256(), reason);
      return;
    }
    Duration pause = options.retry().backoffAfter(failures);
    listeners.tell(listener -> listener.failed(assignment.job().path(), reason, pause));
    assignment.fail(reason, pause);
  }

  /** Why a job is given up though no attempt at it failed. */
  private Optional<String> whyHopeless(Assignment assignment) {
    RetryPolicy retry = options.retry();
    Attempts attempts = assignment.attempts();
    if (attempts.abandonments() >= retry.maxAbandonments()) {
      return Optional.of(
          ("%s: %d workers died or stood still while they worked on it; it may be what kills them"
                  + " (too large for the memory?)")
              .formatted(assignment.job().path(), attempts.abandonments()));
    }
    if (attempts.releases() >= retry.maxReleases()) {
      return Optional.of(
          ("%s: given back %d times by workers that were told to stop; it may take longer than they"
                  + " live")
              .formatted(assignment.job().path(), attempts.releases()));
    }
    return Optional.empty();
  }
}
