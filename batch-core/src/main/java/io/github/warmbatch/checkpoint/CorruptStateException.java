package io.github.warmbatch.checkpoint;

/** A state's bytes are proven not to be those that were published. */
public class CorruptStateException extends CheckpointException {
  private static final long serialVersionUID = 1L;

  /** A proven damage. */
  public CorruptStateException(String message) {
    super(message);
  }
}
