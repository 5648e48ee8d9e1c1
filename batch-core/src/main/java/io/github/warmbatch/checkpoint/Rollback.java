package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes back to an earlier number, beside workers that may be running: the state to go back to is
 * pinned first, so that no retention takes it away, and a draft that comes too late is made again.
 */
final class Rollback {
  private static final int TRIES = 100;
  private static final String WRITER = "rollback";
  private static final Logger LOG = LoggerFactory.getLogger(Rollback.class);

  private final CheckpointStore store;
  private final long to;

  private Rollback(CheckpointStore store, long to) {
    this.store = store;
    this.to = to;
  }

  /** The decision that {@link #run} would publish now. */
  static Decision.BackTo plan(
      CheckpointStore store, long to, Disposition disposition, String reason) {
    Lineage lineage = store.lineage();
    new Rollback(store, to).require(lineage);
    return lineage.backTo(to, disposition, reason);
  }

  /** Goes back; see {@link CheckpointStore#rollback}. */
  static Manifest run(CheckpointStore store, long to, Disposition disposition, String reason) {
    Rollback rollback = new Rollback(store, to);
    Lineage lineage = store.lineage();
    rollback.require(lineage);
    long model = lineage.modelNumberAt(to);
    boolean pins = model > 0 && !store.retention().isPinned(model);
    if (pins) {
      store.pin(model, "to go back to " + to);
    }
    try {
      return rollback.commit(disposition, reason);
    } finally {
      if (pins) {
        rollback.unpin(model);
      }
    }
  }

  /** A pin that stays keeps one state too many. */
  private void unpin(long model) {
    try {
      store.unpin(model, "went back to " + to);
    } catch (CheckpointException e) {
      LOG.warn("Number {} stays pinned: {}", model, e.getMessage());
    }
  }

  private void require(Lineage lineage) {
    if (to == lineage.head()) {
      throw refusal("it is the head, so there is nothing to take back");
    }
    if (to < 0 || to > lineage.head()) {
      throw refusal("there is no such number; the head is " + lineage.head());
    }
    if (lineage.isAbandoned(to)) {
      throw refusal("it was abandoned, and is no ancestor of the head, " + lineage.head());
    }
    lineage.find(lineage.modelNumberAt(to)).ifPresent(this::requireWhole);
  }

  private void requireWhole(Manifest model) {
    if (store.retention().isPruned(model.number())) {
      throw refusal("the state of %d was pruned".formatted(model.number()));
    }
    try {
      store.readState(
          model, (found, payload) -> payload.transferTo(OutputStream.nullOutputStream()));
    } catch (CheckpointException e) {
      if (e instanceof CorruptStateException || e.getCause() instanceof NoSuchFileException) {
        throw new CheckpointRefusedException(
            "The lineage cannot go back to %d: %s".formatted(to, e.getMessage()), e);
      }
      throw e;
    }
  }

  private Manifest commit(Disposition disposition, String reason) {
    for (int i = 0; i < TRIES; i++) {
      Lineage lineage = store.lineage();
      require(lineage);
      Decision decision = lineage.backTo(to, disposition, reason);
      CommitResult result = store.commit(new Draft(lineage.head(), to, decision, null, WRITER));
      if (result instanceof CommitResult.Committed committed) {
        return committed.manifest();
      }
      if (result instanceof CommitResult.Unknown unknown) {
        return find(unknown, lineage.head() + 1);
      }
    }
    throw new CheckpointException(
        "The lineage did not go back to %d: others took %d numbers first".formatted(to, TRIES));
  }

  private Manifest find(CommitResult.Unknown unknown, long number) {
    return store
        .lineage()
        .find(number)
        .filter(manifest -> manifest.attempt().equals(unknown.attempt()))
        .orElseThrow(
            () ->
                new CheckpointException(
                    "Whether the lineage went back to %d is not known (%s); look at it again"
                        .formatted(to, unknown.cause().getMessage()),
                    unknown.cause()));
  }

  private CheckpointRefusedException refusal(String reason) {
    return new CheckpointRefusedException(
        "The lineage cannot go back to %d: %s".formatted(to, reason));
  }
}
