package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that wants to be published.
 *
 * @param expectedHead the head that it was taken at: it becomes number {@code expectedHead + 1} or
 *     nothing
 * @param parent what it follows: {@code expectedHead}, but for a {@link Decision.BackTo}
 * @param decision the decision
 * @param state writes the new state, for an {@link Decision.Absorbed} alone
 * @param writer who, for people
 */
public record Draft(
    long expectedHead, long parent, Decision decision, @Nullable StateWriter state, String writer) {
  /** A draft. */
  public Draft {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(writer, "writer");
    if ((state != null) != (decision instanceof Decision.Absorbed)) {
      throw new IllegalArgumentException(
          "A state belongs to an absorbed decision, and to no other");
    }
  }

  /** Writes a state's payload; called once. */
  @FunctionalInterface
  public interface StateWriter {
    /**
     * Writes all of it, and does not close the stream.
     *
     * @throws IOException when the stream fails
     */
    void writeTo(OutputStream out) throws IOException;
  }
}
