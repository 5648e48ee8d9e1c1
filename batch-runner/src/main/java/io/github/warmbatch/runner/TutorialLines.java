package io.github.warmbatch.runner;

import io.github.warmbatch.WorkerListener;
import java.time.Duration;
import java.util.UUID;

/** The lines that a worker prints on standard output, word for word. */
final class TutorialLines implements WorkerListener {
  private final Console console;
  private final UUID session;

  TutorialLines(Console console, UUID session) {
    this.console = console;
    this.session = session;
  }

  @Override
  public void started(boolean queueEmpty) {
    print("Worker with sessionID: " + session);
    print("Initial queue state: empty=" + (queueEmpty ? "True" : "False"));
  }

  @Override
  public void processing(String path) {
    print("Processing dataset: " + path);
  }

  @Override
  public void waiting(Duration hint) {
    print("Waiting for work");
  }

  @Override
  public void drained() {
    print("Queue empty, exiting");
  }

  /** A worker goes on, whether anybody reads its lines or not. */
  private void print(String line) {
    try {
      console.print(line);
    } catch (OutputClosedException e) {
      return;
    }
  }
}
