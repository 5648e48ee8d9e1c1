package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import java.time.Duration;
import java.util.Optional;

/** Publishes decisions, and does not rest until it knows whether they stand. */
final class DecisionPublisher {
  private static final int LOOKS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CheckpointStore store;
  private final StopSignal signal;

  DecisionPublisher(CheckpointStore store, StopSignal signal) {
    this.store = store;
    this.signal = signal;
  }

  /**
   * Publishes a decision.
   *
   * @return the decision as it stands, or empty when another took its number
   * @throws CheckpointException when it was not published, or whether it was stays unknown
   */
  Optional<Manifest> publish(Draft draft) throws InterruptedException {
    CommitResult result = store.commit(draft);
    if (result instanceof CommitResult.Committed committed) {
      return Optional.of(committed.manifest());
    }
    if (result instanceof CommitResult.Unknown unknown) {
      return lookFor(unknown, draft.expectedHead() + 1);
    }
    return Optional.empty();
  }

  private Optional<Manifest> lookFor(CommitResult.Unknown unknown, long number)
      throws InterruptedException {
    for (int look = 0; look < LOOKS && !signal.isUrgent(); look++) {
      Optional<Manifest> found = find(number);
      if (found.isPresent()) {
        return found.filter(manifest -> manifest.attempt().equals(unknown.attempt()));
      }
      if (signal.pause(PAUSE)) {
        break;
      }
    }
    throw new CheckpointException(
        ("Whether decision %d was published is not known, since the storage failed (%s); nothing was"
                + " deleted, the job stays in the queue, and the next run finds out")
            .formatted(number, unknown.cause().getMessage()),
        unknown.cause());
  }

  private Optional<Manifest> find(long number) {
    try {
      Lineage lineage = store.lineage();
      return lineage.find(number);
    } catch (CheckpointException e) {
      return Optional.empty();
    }
  }
}
