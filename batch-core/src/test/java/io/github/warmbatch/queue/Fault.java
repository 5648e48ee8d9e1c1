package io.github.warmbatch.queue;

import java.util.function.Consumer;

/**
 * What goes wrong between a caller and a queue, at one call. A fault gets the call as something to
 * run: once, twice, later or never; and it throws what the caller is to see instead of the answer.
 *
 * <p>The caller gets the answer of the first run. A lease that a further run or a late one was
 * granted is nobody's, and runs out by itself.
 */
@FunctionalInterface
public interface Fault {

  /** Strikes at a call; {@code delivery} makes it, in the thread that runs it. */
  void strike(Runnable delivery);

  /** The queue acted, but the caller never learns it: it sees a {@link QueueException}. */
  static Fault answerLost() {
    return delivery -> {
      delivery.run();
      throw new QueueException("The answer was lost, as a test's script says");
    };
  }

  /** The call never arrives: the caller sees a {@link QueueException}. */
  static Fault disconnected() {
    return delivery -> {
      throw new QueueException("Not connected, as a test's script says");
    };
  }

  /** The call arrives twice, as when a client sends it again because the answer was slow. */
  static Fault deliveredTwice() {
    return delivery -> {
      delivery.run();
      delivery.run();
    };
  }

  /**
   * The call arrives after this has happened: a clock was moved, another worker has acted, a latch
   * was opened.
   */
  static Fault delayed(Runnable meanwhile) {
    return delivery -> {
      meanwhile.run();
      delivery.run();
    };
  }

  /**
   * The caller gives up and sees a {@link QueueException}; the call arrives all the same when
   * somebody runs what this mailbox was given.
   */
  static Fault late(Consumer<Runnable> mailbox) {
    return delivery -> {
      mailbox.accept(delivery);
      throw new QueueException("No answer in time, as a test's script says");
    };
  }

  /**
   * The queue says that it acted, and then has forgotten it, as after a restart from an older
   * snapshot. A completed job, for one, is delivered again. For calls that answer nothing.
   */
  static Fault forgotten() {
    return delivery -> {};
  }
}
