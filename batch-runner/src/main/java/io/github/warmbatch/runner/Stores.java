package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the checkpoints that a command line means, where there are any; creates nothing. */
final class Stores {
  private static final String LINEAGE = "lineage";

  private final Locations locations;

  Stores(Locations locations) {
    this.locations = locations;
  }

  /**
   * The store in this directory, to look at.
   *
   * @param option by which the directory was named
   */
  CheckpointStore open(String option, String directory) {
    return FileCheckpointStore.readOnly(known(option, directory));
  }

  /** The store in this directory, to write to. */
  CheckpointStore openToWrite(String option, String directory) {
    return FileCheckpointStore.in(known(option, directory));
  }

  /** The store in this directory, to look at, if there is one. */
  Optional<CheckpointStore> openIfThere(String directory) {
    Path path = locations.resolve(directory);
    return isKnown(path) ? Optional.of(FileCheckpointStore.readOnly(path)) : Optional.empty();
  }

  private Path known(String option, String directory) {
    Path path = locations.resolve(directory);
    if (!isKnown(path)) {
      throw new UsageException(
          "%s %s: there are no checkpoints in %s; check the option and --data-root"
              .formatted(option, directory, path));
    }
    return path;
  }

  private static boolean isKnown(Path path) {
    return Files.isDirectory(path.resolve(LINEAGE));
  }
}
