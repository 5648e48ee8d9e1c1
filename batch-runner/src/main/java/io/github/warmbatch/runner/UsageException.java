package io.github.warmbatch.runner;

import org.jspecify.annotations.Nullable;

/** The command line, the configuration or an input named there is wrong; the message says how. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
