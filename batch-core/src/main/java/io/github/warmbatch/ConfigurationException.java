package io.github.warmbatch;

import org.jspecify.annotations.Nullable;

/** What the worker was told does not fit what it found. The message says what to change. */
public class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A misfit. */
  public ConfigurationException(String message) {
    this(message, null);
  }

  /** A misfit with its cause. */
  public ConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
