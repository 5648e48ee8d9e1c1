package io.github.warmbatch.weka;

import java.io.IOException;

/** A number that was learned is not finite. */
final class DivergedException extends IOException {
  private static final long serialVersionUID = 1L;

  DivergedException(String message) {
    super(message);
  }
}
