package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of a lineage, made ready for writing once. Safe for use from many threads. */
final class OutputDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(OutputDirectory.class);

  private final FileOperations files;
  private final Path lineage;
  private boolean ready;
  private final Set<Path> made = new HashSet<>();

  /** The directory above {@code lineage}, which holds the manifests. */
  OutputDirectory(FileOperations files, Path output) {
    this.files = files;
    this.lineage = output.resolve("lineage");
  }

  /** Where manifests and states are. */
  Path lineage() {
    return lineage;
  }

  /** Where the ledger is cached. */
  Path ledger() {
    return lineage.resolve("ledger");
  }

  /** Where promotions, pins and what retention gave up are noted. */
  Path promotions() {
    return lineage.resolve("promotions");
  }

  /**
   * Makes what is missing, and tries out the file system.
   *
   * @throws CheckpointException when no lineage can be kept here
   */
  synchronized void prepare() {
    if (!ready) {
      make(lineage);
      new FileSystemProbe(files, lineage).run();
      ready = true;
    }
  }

  /** Makes a directory of the lineage's, too. */
  synchronized void prepare(Path directory) {
    prepare();
    if (!made.contains(directory)) {
      make(directory);
      made.add(directory);
    }
  }

  /** Makes a directory and all above it, on stable storage. */
  private void make(Path directory) {
    try {
      create(directory);
      syncAbove(directory);
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be made: %s".formatted(directory, FileProblem.describe(e)), e);
    }
  }

  private void create(Path directory) throws IOException {
    try {
      createOnly(directory);
    } catch (NoSuchFileException e) {
      Path parent = directory.getParent();
      if (parent == null) {
        throw e;
      }
      create(parent);
      // A file system that is not for writing says so again: no third attempt.
      createOnly(directory);
    }
  }

  private void createOnly(Path directory) throws IOException {
    try {
      files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      LOG.trace("{} is there already", directory);
    }
  }

  /** Whoever made them may have died before they were on stable storage. */
  private void syncAbove(Path directory) throws IOException {
    for (Path each = directory.getParent(); each != null; each = each.getParent()) {
      try {
        files.syncDirectory(each);
      } catch (AccessDeniedException e) {
        LOG.debug("{} may not be opened, so it was not this library that wrote to it", each);
      }
    }
  }
}
