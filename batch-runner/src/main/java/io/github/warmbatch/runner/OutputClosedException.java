package io.github.warmbatch.runner;

/** Whoever read our standard output has had enough, as {@code head} does. */
final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosedException(Throwable cause) {
    super("Standard output was closed", cause);
  }
}
