package io.github.warmbatch.checkpoint;

/**
 * A draft cannot be published by any store, now or later: its records would be too large to be read
 * again, or a measure in it is not a number. Another attempt with the same draft fails in the same
 * way. Nothing was written.
 */
public class UnwritableDraftException extends CheckpointException {
  private static final long serialVersionUID = 1L;

  /** A draft that cannot be written, and the failure to write it. */
  public UnwritableDraftException(String message, Throwable cause) {
    super(message, cause);
  }
}
