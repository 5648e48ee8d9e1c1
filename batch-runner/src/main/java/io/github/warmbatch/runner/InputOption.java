package io.github.warmbatch.runner;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.dataset.DatasetReaders;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the one data set that a command reads comes to it: from a file, or through a pipe. */
final class InputOption {
  private static final String STANDARD_INPUT = "-";

  /** The longest array that all virtual machines have. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  @Option(
      names = "--format",
      paramLabel = "csv|csv.gz|pkl|pkl.gz",
      description =
          "What the input holds. Default: what a file's name says, and what a pipe begins with.")
  @Nullable String format;

  /**
   * Reads the data set and does something with it.
   *
   * @param path of a file, or of a pipe, or {@code -} for standard input
   * @throws DatasetException naming the input
   */
  <T> T read(String path, Console console, Locations locations, Function<DataSet, T> use) {
    boolean piped = path.equals(STANDARD_INPUT) || locations.isPipe(path);
    DatasetFile file = piped ? drained(path, console, locations) : locations.open(path);
    try {
      return use.apply(table(file, piped));
    } catch (DatasetException e) {
      throw named(e, file.path());
    }
  }

  private DataSet table(DatasetFile file, boolean piped) {
    String like = format == null && piped ? PipedFormat.of(file) : format;
    DatasetReaders readers = DatasetReaders.installed();
    return like == null ? readers.read(file) : readers.readAs("input." + like, file);
  }

  private static DatasetFile drained(String path, Console console, Locations locations) {
    boolean standard = path.equals(STANDARD_INPUT);
    String name = standard ? "standard input" : path;
    try (InputStream raw =
            standard ? console.in() : new FileInputStream(locations.resolve(path).toFile());
        InputStream in = new BufferedInputStream(raw)) { // a file's own stream seeks, a pipe cannot
      byte[] content = in.readNBytes(LONGEST);
      if (in.read() >= 0) {
        throw new DatasetException(name + ": is longer than 2 GiB, which is the limit (split it)");
      }
      return new DatasetFile(name, content);
    } catch (IOException e) {
      throw new DatasetException("%s: cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static DatasetException named(DatasetException e, String name) {
    return String.valueOf(e.getMessage()).startsWith(name + ": ") ? e : e.in(name);
  }
}
