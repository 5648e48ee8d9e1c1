package io.github.warmbatch.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for does not fit the lineage as it is: there is no such checkpoint, or not with a
 * state, or it is not an ancestor of the head. Nothing was written; asking again is of no use.
 */
public class CheckpointRefusedException extends CheckpointException {
  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public CheckpointRefusedException(String message) {
    this(message, null);
  }

  /** A refusal with its cause. */
  public CheckpointRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
