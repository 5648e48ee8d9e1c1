package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the checkpoints that a command line means; creates nothing. */
final class Stores {
  private static final String LINEAGE = "lineage";

  private final Locations locations;

  Stores(Locations locations) {
    this.locations = locations;
  }

  /** The store in this directory, which must hold a lineage. */
  CheckpointStore open(String output) {
    return openIfThere(output)
        .orElseThrow(
            () ->
                new UsageException(
                    "There are no checkpoints in %s (no directory 'lineage' there); check --output"
                            .formatted(locations.resolve(output))
                        + " and --data-root"));
  }

  /** The store in this directory, if it holds a lineage. */
  Optional<CheckpointStore> openIfThere(String output) {
    Path directory = locations.resolve(output);
    return Files.isDirectory(directory.resolve(LINEAGE))
        ? Optional.of(at(directory))
        : Optional.empty();
  }

  /** The store in this directory, created where there is none yet. */
  static CheckpointStore at(Path directory) {
    throw new UnsupportedOperationException("FileCheckpointStore.in(" + directory + ")");
  }
}
