package io.github.warmbatch.queue;

/** The lease ran out, or its job was given to another worker; the call changed nothing. */
public class LeaseLostException extends QueueException {
  private static final long serialVersionUID = 1L;

  /** A lost lease. */
  public LeaseLostException(String message) {
    super(message);
  }
}
