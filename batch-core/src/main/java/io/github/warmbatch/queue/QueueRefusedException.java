package io.github.warmbatch.queue;

import org.jspecify.annotations.Nullable;

/**
 * The queue is there and refuses: a password is missing, a permission, the right type of a key,
 * room for another dead letter. Asking again does not help; somebody has to put it right.
 */
public class QueueRefusedException extends QueueException {
  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public QueueRefusedException(String message) {
    super(message);
  }

  /** A refusal with its cause. */
  public QueueRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
