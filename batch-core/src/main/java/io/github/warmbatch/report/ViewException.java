package io.github.warmbatch.report;

/**
 * A view of a lineage could not be written. The lineage is as it was, and the view can be rebuilt
 * from it: a reason for a warning, none to fail a job. The message names the file.
 */
public final class ViewException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ViewException(String message, Throwable cause) {
    super(message, cause);
  }
}
