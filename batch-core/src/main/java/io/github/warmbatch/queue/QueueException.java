package io.github.warmbatch.queue;

import org.jspecify.annotations.Nullable;

/** The queue cannot be reached or refuses. The message never holds a password. */
public class QueueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure. */
  public QueueException(String message) {
    this(message, null);
  }

  /** A failure with its cause. */
  public QueueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
