package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  FileCheckpointStore open(String option, String directory) {
    return FileCheckpointStore.readOnly(known(option, directory));
  }

  /**
   * The store in this directory, to change what is there: never in a directory that is not known by
   * its decisions to be a lineage's.
   *
   * @param option by which the directory was named
   * @param dryRun whether nothing is to be changed after all
   */
  FileCheckpointStore openToChange(String option, String directory, boolean dryRun) {
    Path path = known(option, directory);
    FileCheckpointStore store = FileCheckpointStore.readOnly(path);
    if (store.lineage().head() == 0) {
      throw new UsageException(
          "%s %s: there is no decision in %s, so it may be somebody else's; nothing was touched"
              .formatted(option, directory, path.resolve(LINEAGE)));
    }
    return dryRun ? store : FileCheckpointStore.in(path);
  }

  /** The directory, as a path. */
  Path directory(String directory) {
    return locations.resolve(directory);
  }

  /**
   * The store in this directory, to be begun there if need be.
   *
   * @param option by which the directory was named
   */
  FileCheckpointStore openToBegin(String option, String directory) {
    Path path = usable(option, directory);
    Path made = path.resolve(LINEAGE);
    while (made != null && Files.notExists(made)) {
      made = made.getParent();
    }
    if (made != null && !Files.isWritable(made)) {
      throw new UsageException(
          "%s %s: %s is not writable by this user; check the permissions"
              .formatted(option, directory, made));
    }
    return FileCheckpointStore.in(path);
  }

  /**
   * The store in this directory, to look at, if there is one: nothing may have been learned yet.
   *
   * @param option by which the directory was named
   */
  Optional<CheckpointStore> openIfThere(String option, String directory) {
    Path path = usable(option, directory);
    return isKnown(path) ? Optional.of(FileCheckpointStore.readOnly(path)) : Optional.empty();
  }

  private Path known(String option, String directory) {
    Path path = usable(option, directory);
    if (!isKnown(path)) {
      throw new UsageException(
          "%s %s: there are no checkpoints in %s; check the option and --data-root"
              .formatted(option, directory, path));
    }
    return path;
  }

  /** The directory, which need not be there, but must be of use if it is. */
  private Path usable(String option, String directory) {
    Path path = locations.resolve(directory);
    for (Path each : List.of(path, path.resolve(LINEAGE))) {
      if (Files.exists(each) && !Files.isDirectory(each)) {
        throw new UsageException(
            "%s %s: %s is a file, not a directory".formatted(option, directory, each));
      }
      if (isClosed(each)) {
        throw new UsageException(
            "%s %s: %s is not readable by this user; check the permissions"
                .formatted(option, directory, each));
      }
    }
    return path;
  }

  /** Whether something is there, or nobody can tell, and it cannot be looked into. */
  private static boolean isClosed(Path path) {
    return !Files.notExists(path) && !(Files.isReadable(path) && Files.isExecutable(path));
  }

  private static boolean isKnown(Path path) {
    return Files.isDirectory(path.resolve(LINEAGE));
  }
}
