package io.github.warmbatch.simulation;

import io.github.warmbatch.queue.QueueException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The wire between one process and the queue: at each call others may have their turn first, and
 * something may go wrong. A further call of the queue is one more use of {@link #call}.
 */
final class QueueCalls {
  private final World world;
  private final SimulatedProcess process;

  QueueCalls(World world, SimulatedProcess process) {
    this.world = world;
    this.process = process;
  }

  /** A call that answers nothing, and may be what another process waits for. */
  void change(String name, Object about, Runnable effect) {
    Object unused =
        call(
            name,
            about,
            () -> {
              effect.run();
              world.queueTouched();
              return "done";
            });
  }

  <T> T call(String name, @Nullable Object about, Supplier<T> effect) {
    process.step();
    Event fault = world.chaos.atCall(Event.OF_QUEUE_CALLS);
    String what = about == null ? name : name + " " + about;
    if (fault == null) {
      return answered(what, effect);
    }
    world.trace.add(process.name, what, fault);
    switch (fault) {
      case NOT_DELIVERED -> {}
      case DELIVERED_LATE ->
          world.later(process.name + " late: " + what, () -> quietly(what, effect));
      case ANSWER_LOST -> quietly(what, effect);
      default -> {
        T first = answered(what, effect);
        quietly(what, effect);
        return first;
      }
    }
    throw new QueueException("%s: %s".formatted(what, fault));
  }

  private <T> T answered(String what, Supplier<T> effect) {
    try {
      T answer = effect.get();
      world.trace.add(process.name, what, answer);
      return answer;
    } catch (QueueException e) {
      world.trace.add(process.name, what, e.getClass().getSimpleName());
      throw e;
    }
  }

  /** Makes a call whose answer nobody gets. */
  private <T> void quietly(String what, Supplier<T> effect) {
    try {
      T unheard = answered(what, effect);
      world.trace.add(process.name, "unheard", unheard);
    } catch (QueueException e) {
      world.trace.add(process.name, "unheard", e.getMessage());
    }
  }
}
