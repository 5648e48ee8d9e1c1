package io.github.warmbatch.dataset;

import java.nio.file.Path;

/**
 * The directory that data sets are read from. No path leaves it: not by {@code ..}, not by being
 * absolute, not through a symbolic link.
 */
public final class DataRoot {
  private final Path directory;

  private DataRoot(Path directory) {
    this.directory = directory;
  }

  /** The root at this directory, which need not exist yet. */
  public static DataRoot at(Path directory) {
    return new DataRoot(directory);
  }

  /** The directory. */
  public Path directory() {
    return directory;
  }

  /**
   * Reads a file's whole content.
   *
   * @param path relative to the root
   * @throws DatasetException when there is no such file or it cannot be read; {@linkplain
   *     DatasetException#isCurable incurable} when the path leaves the root
   */
  public DatasetFile open(String path) {
    throw new UnsupportedOperationException(path);
  }
}
