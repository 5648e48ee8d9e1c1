package io.github.warmbatch.weka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weka.core.Capabilities;

/**
 * Weka as most of its classifiers need it: with {@code Capabilities}, which start the package
 * manager, which wants a directory to write to, misses libraries that nobody here asked for, by a
 * line on standard output, and would ask the network. It gets a directory that is removed at once,
 * is told to be offline, and is not heard. Whoever set one of these system properties before has it
 * his way.
 */
final class WekaStart {
  private static final String UNASKED = "WARNING: core mtj jar files are not available";

  private WekaStart() {}

  /**
   * Starts it where it is not started yet.
   *
   * @throws IOException when there is no place for temporary files
   */
  static void quietly() throws IOException {
    String failure = Once.FAILURE;
    if (failure != null) {
      throw new IOException(
          "Weka cannot start without a directory for temporary files, which is %s (java.io.tmpdir): %s"
              .formatted(System.getProperty("java.io.tmpdir"), failure));
    }
  }

  /** Initialised once, which the virtual machine sees to. */
  private static final class Once {
    private static final @Nullable String FAILURE = attempted();

    private static @Nullable String attempted() {
      try {
        start();
        return null;
      } catch (IOException e) {
        return e.toString();
      }
    }
  }

  private static void start() throws IOException {
    Path home = Files.createTempDirectory("warmbatch-weka");
    Map.of(
            "WEKA_HOME", home.toString(),
            "weka.packageManager.offline", "true",
            "weka.packageManager.loadPackages", "false")
        .forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      new Capabilities(null).enableAll();
    } finally {
      System.setOut(out);
      said.toString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith(UNASKED))
          .forEach(out::println);
      delete(home);
    }
  }

  private static void delete(Path home) throws IOException {
    List<Path> left;
    try (Stream<Path> tree = Files.walk(home)) {
      left = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : left) {
      Files.delete(path);
    }
  }
}
