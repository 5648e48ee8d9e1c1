package io.github.warmbatch.runner;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The directory that relative paths are taken from. */
final class DataRootOption {
  @Option(
      names = "--data-root",
      paramLabel = "DIR",
      description =
          "The directory that data sets are read from, and that every relative path is taken from."
              + " Default: the working directory.")
  @Nullable String dataRoot;

  Locations locations(Console console) {
    return new Locations(console.workingDirectory(), dataRoot);
  }
}
