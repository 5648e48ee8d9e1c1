package io.github.warmbatch.training;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The content is not a state that this trainer wrote. */
public class StateFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public StateFormatException(String message) {
    super(message);
  }

  /** A refusal with its cause. */
  public StateFormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
