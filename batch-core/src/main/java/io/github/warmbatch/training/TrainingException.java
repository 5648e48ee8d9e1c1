package io.github.warmbatch.training;

import org.jspecify.annotations.Nullable;

/** A trainer cannot learn from, or predict for, what it was given. */
public class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public TrainingException(String message) {
    super(message);
  }

  /** A failure with its cause. */
  public TrainingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
