package io.github.warmbatch;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, none of whom can do harm. */
final class Listeners {
  private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

  private final List<WorkerListener> listeners;

  Listeners(List<WorkerListener> listeners) {
    this.listeners = listeners;
  }

  void tell(Consumer<WorkerListener> event) {
    for (WorkerListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        log.warn("Listener {} failed", listener.getClass().getName(), e);
      }
    }
  }
}
