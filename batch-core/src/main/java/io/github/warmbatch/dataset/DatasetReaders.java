package io.github.warmbatch.dataset;

import java.util.List;

/** The readers at hand, and the choice among them by file name. */
public final class DatasetReaders {
  private final List<DatasetReader> readers;

  private DatasetReaders(List<DatasetReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** Those on the class path, found by {@link java.util.ServiceLoader}. */
  public static DatasetReaders installed() {
    throw new UnsupportedOperationException();
  }

  /** These alone, the first that fits being taken. */
  public static DatasetReaders of(List<DatasetReader> readers) {
    return new DatasetReaders(readers);
  }

  /**
   * Reads a table with the first reader for such names.
   *
   * @throws DatasetException when there is no reader for it, or the content is not a table; the
   *     message begins with the file's path
   */
  public DataSet read(DatasetFile file) {
    throw new UnsupportedOperationException(file.path() + readers);
  }
}
