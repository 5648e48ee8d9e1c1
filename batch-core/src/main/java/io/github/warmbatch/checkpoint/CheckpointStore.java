package io.github.warmbatch.checkpoint;

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

  /** The champion: the last promotion of a checkpoint that is not abandoned. */
  Optional<Promotion> champion();

  /**
   * Makes a checkpoint the champion; appends, never overwrites.
   *
   * @throws CheckpointException when it is not an absorbed decision of the surviving chain, or the
   *     promotion cannot be written
   */
  Promotion promote(long number, String reason);

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
     * Reads the payload, which is not trusted.
     *
     * @throws IOException when it is not a state, or cannot be read
     */
    T readFrom(Model model, InputStream payload) throws IOException;
  }
}
