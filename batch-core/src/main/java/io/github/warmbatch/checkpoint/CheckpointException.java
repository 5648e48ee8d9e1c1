package io.github.warmbatch.checkpoint;

import org.jspecify.annotations.Nullable;

/** The lineage cannot be read or written. The message names the file. */
public class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure. */
  public CheckpointException(String message) {
    this(message, null);
  }

  /** A failure with its cause. */
  public CheckpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
