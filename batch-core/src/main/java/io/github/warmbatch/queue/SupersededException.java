package io.github.warmbatch.queue;

/** Another, younger process works under the same identity; this one must stop. */
public class SupersededException extends QueueException {
  private static final long serialVersionUID = 1L;

  /** A superseded worker. */
  public SupersededException(String message) {
    super(message);
  }
}
