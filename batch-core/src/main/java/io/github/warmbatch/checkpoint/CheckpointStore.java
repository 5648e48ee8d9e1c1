package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the lineage of one model: an append-only log of decisions, the states of absorbed ones, and
 * which of them is the champion. Safe for use from many threads and many processes at once: what is
 * published is whole, stays, and is published once.
 */
public interface CheckpointStore {

  /**
   * Makes sure that a commit can succeed, as far as this can be known before; a worker calls it
   * before it claims anything. Calling it again costs nothing.
   *
   * @throws CheckpointException when no lineage can be kept here; says what to do
   */
  default void prepare() {}

  /**
   * The lineage as it is now, never older than what an earlier call of this process returned.
   *
   * @throws CheckpointException when it cannot be read, is damaged, or was written by a newer
   *     version; unreadable is not empty
   */
  Lineage lineage();

  /**
   * Publishes a decision, if the lineage's head is still the one expected: compare-and-set.
   *
   * @throws UnwritableDraftException when this draft can never be published, because its records
   *     would be too large or a measure in it is not a number; nothing was written, and trying
   *     again is of no use
   * @throws CheckpointException when nothing was published and nothing could be: the state could
   *     not be written, for example. The lineage is as it was.
   */
  CommitResult commit(Draft draft);

  /**
   * Reads the state of an absorbed decision and verifies it while doing so.
   *
   * @return what the reader made of it, once the digest was found to be right
   * @throws CorruptStateException when the bytes are proven not to be those that were published
   * @throws CheckpointException when the state cannot be read, or was pruned
   */
  <T> T readState(Manifest absorbed, StateReader<T> reader);

  /**
   * The champion: the last promotion of a checkpoint that is not abandoned and whose state was not
   * given up.
   */
  Optional<Promotion> champion();

  /**
   * Makes a checkpoint the champion; appends, never overwrites.
   *
   * @throws CheckpointRefusedException when it is not an absorbed decision of the surviving chain,
   *     or its state was given up
   * @throws CheckpointException when the promotion cannot be written
   */
  Promotion promote(long number, String reason);

  /** Which states are kept for good, and which were given up. */
  Retention retention();

  /**
   * Keeps a checkpoint's state until it is unpinned, whatever {@link #prune} is asked for. An
   * abandoned checkpoint can be pinned, too. Pinning again does nothing.
   *
   * @throws CheckpointRefusedException when there is no such checkpoint, or its state was given up
   * @throws CheckpointException when it cannot be written
   */
  Retention pin(long number, String reason);

  /** Takes a pin back; does nothing where there is none. */
  Retention unpin(long number, String reason);

  /** The numbers whose states {@link #prune} would give up now, ascending. */
  List<Long> planPrune(int keepLast);

  /**
   * Gives up the states of all checkpoints but the last so many of the surviving chain, the
   * champion, the pinned ones, and the nearest ancestor of the head whose state is found to be
   * whole: so a damaged head always has somewhere to fall back to. At least two states are kept.
   * Decisions are never removed.
   *
   * @param keepLast at least 1
   * @return the numbers given up by this call, ascending
   * @throws CheckpointException when nothing was given up: a state that must be looked at cannot be
   *     read, for example
   */
  List<Long> prune(int keepLast);

  /**
   * What {@link #rollback} would publish now.
   *
   * @throws CheckpointRefusedException when the lineage cannot go back there
   */
  default Decision.BackTo planRollback(long to, Disposition disposition, String reason) {
    return Rollback.plan(this, to, disposition, reason);
  }

  /**
   * Goes back to an earlier number, also beside a running worker, which notices before it
   * publishes. Takes the decision again when another one comes first.
   *
   * @param to an ancestor of the head, whose state is there and whole; 0 for the beginning
   * @param disposition what is to become of the jobs that are taken back
   * @return the decision as published
   * @throws CheckpointRefusedException when the lineage cannot go back there; nothing was published
   * @throws CheckpointException when it was not published, or that is not known
   */
  default Manifest rollback(long to, Disposition disposition, String reason) {
    return Rollback.run(this, to, disposition, reason);
  }

  /**
   * Checks every manifest and every state that is kept. Changes nothing.
   *
   * @throws CheckpointException when something cannot be read, which is no damage
   */
  List<Verification> verify();

  /**
   * Makes an object of a state's payload.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  interface StateReader<T> {
    /**
     * Reads the payload, which is not trusted. Over a network file system this may be called again,
     * from the beginning, when the file was replaced meanwhile; only the last result counts.
     *
     * @throws IOException when it is not a state, or cannot be read
     */
    T readFrom(Model model, InputStream payload) throws IOException;
  }
}
