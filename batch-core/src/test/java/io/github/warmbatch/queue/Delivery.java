package io.github.warmbatch.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A call on its way to a queue, which may arrive any number of times.
 *
 * @param <T> what it answers
 */
final class Delivery<T> implements Runnable {
  private final Callable<T> call;
  private final List<T> answers = new ArrayList<>();

  private Delivery(Callable<T> call) {
    this.call = call;
  }

  /** Makes a call that answers something, as the fault has it. */
  static <T> T answered(Fault fault, Callable<T> call) {
    Delivery<T> delivery = new Delivery<>(call);
    fault.strike(delivery);
    return delivery.firstAnswer();
  }

  /** Makes a call that answers nothing, as the fault has it. */
  static void silent(Fault fault, Runnable call) {
    fault.strike(call);
  }

  @Override
  public void run() {
    try {
      T answer = call.call();
      synchronized (this) {
        answers.add(answer);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Interrupted(e);
    }
  }

  private synchronized T firstAnswer() {
    if (answers.isEmpty()) {
      throw new IllegalStateException(
          "A fault let the call go unmade, but its caller needs an answer; let it throw instead");
    }
    return answers.get(0);
  }

  /** An interrupt on its way through a fault, which throws nothing checked. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Interrupted(Throwable cause) {
      super(cause);
    }
  }
}
