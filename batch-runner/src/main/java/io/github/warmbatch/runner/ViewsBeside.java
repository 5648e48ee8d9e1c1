package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.report.OutputViews;
import io.github.warmbatch.report.ViewException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The views beside a lineage that a command has changed. They can be rebuilt at any time, so that
 * their failing is a warning.
 */
final class ViewsBeside {
  private final Console console;
  private final Path directory;

  ViewsBeside(Console console, Path directory) {
    this.console = console;
    this.directory = directory;
  }

  /** Takes the links of all pruned states away. */
  void forget(FileCheckpointStore store) {
    warning(() -> OutputViews.in(directory).forget(store.lineage(), store.retention().pruned()));
  }

  /** Rebuilds the views where there are any. */
  void rebuild(FileCheckpointStore store) {
    if (Files.exists(directory.resolve("report.txt"))) {
      warning(() -> OutputViews.in(directory).rebuild(store.lineage()));
    }
  }

  private void warning(Runnable change) {
    try {
      change.run();
    } catch (ViewException e) {
      console.tell("warning: " + e.getMessage());
    }
  }
}
