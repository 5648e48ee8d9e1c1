package io.github.warmbatch.runner;

import io.github.warmbatch.dataset.DataRoot;
import io.github.warmbatch.dataset.DatasetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Where the paths of a command line lead: relative ones are taken from the data root where one is
 * given, else from the working directory.
 */
final class Locations {
  private final Path base;
  private final boolean rooted;

  Locations(Path workingDirectory, @Nullable String dataRoot) {
    this.rooted = dataRoot != null;
    this.base = dataRoot == null ? workingDirectory : workingDirectory.resolve(parse(dataRoot));
  }

  /** The directory that relative paths are taken from, absolute. */
  Path base() {
    return base.normalize();
  }

  /** The path that an option or argument means, absolute. */
  Path resolve(String path) {
    return base.resolve(parse(path)).normalize();
  }

  /** The data root: the directory that data sets are read from. */
  DataRoot dataRoot() {
    return DataRoot.at(base());
  }

  /**
   * Reads a data set that the command line names. With a data root given, it must lie in there;
   * without, the user may read what the user may read.
   */
  DatasetFile open(String path) {
    Path file = resolve(path);
    if (rooted || file.startsWith(base())) {
      return dataRoot().open(file.startsWith(base()) ? relative(file) : path);
    }
    Path real = real(file, path);
    Path parent = real.getParent();
    return DataRoot.at(parent == null ? real : parent).open(String.valueOf(real.getFileName()));
  }

  /** Whether a path leads, from where it may lead, to what can be read but once: a pipe. */
  boolean isPipe(String path) {
    Path file = resolve(path);
    try {
      return (!rooted || file.startsWith(base()))
          && Files.readAttributes(file, BasicFileAttributes.class).isOther();
    } catch (IOException e) {
      return false; // whoever opens it says what is wrong
    }
  }

  /** The data root's directory, which must be there already. */
  Path dataRootDirectory() {
    if (!Files.isDirectory(base())) {
      throw new UsageException(
          "--data-root: %s is not a directory; create it, mount it, or name another"
              .formatted(base()));
    }
    return base();
  }

  /** The path from the base, with {@code /} between directories. */
  String relative(Path file) {
    return base().relativize(file).toString().replace('\\', '/');
  }

  private static Path real(Path file, String path) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new UsageException("Cannot read " + path + ": there is no such file", e);
    }
  }

  private static Path parse(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + path + "' cannot be a path: " + e.getReason(), e);
    }
  }
}
