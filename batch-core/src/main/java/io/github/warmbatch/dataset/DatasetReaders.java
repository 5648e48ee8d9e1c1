package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The readers at hand, and the choice among them by file name. */
public final class DatasetReaders {
  private final List<DatasetReader> readers;

  private DatasetReaders(List<DatasetReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** Those on the class path, found by {@link java.util.ServiceLoader}. */
  public static DatasetReaders installed() {
    List<DatasetReader> found = new ArrayList<>();
    ServiceLoader.load(DatasetReader.class).forEach(found::add);
    return new DatasetReaders(found);
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
    return readAs(file.name(), file);
  }

  /**
   * Reads a table whose own name does not tell what it is.
   *
   * @param fileName a name that such files have, such as {@code any.csv}
   * @throws DatasetException as {@link #read} does
   */
  public DataSet readAs(String fileName, DatasetFile file) {
    try {
      return readerFor(fileName).read(file);
    } catch (DatasetException e) {
      throw e.in(file.path());
    } catch (RuntimeException | StackOverflowError e) {
      throw new DatasetException(
          "%s: is not a table that this reader understands (%s)".formatted(file.path(), e), e);
    } catch (OutOfMemoryError e) {
      throw new DatasetException(
          "%s: needs more memory than there is, %d MiB (raise -Xmx, or split the data set)"
              .formatted(file.path(), Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
  }

  private DatasetReader readerFor(String fileName) {
    for (DatasetReader reader : readers) {
      if (reader.reads(fileName)) {
        return reader;
      }
    }
    String known =
        readers.stream()
            .map(reader -> reader.getClass().getSimpleName())
            .collect(Collectors.joining(", "));
    throw new DatasetException(
        "no installed reader is for files of this name, %s (there are: %s; rename the file, or install a reader)"
            .formatted(DatasetException.quoted(fileName), known.isEmpty() ? "none" : known));
  }
}
