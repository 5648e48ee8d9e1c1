package io.github.warmbatch.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a view is made under a name of its own before it takes its place at once. */
final class Staging {
  private static final String PREFIX = ".warmbatch-view-";
  private static final String SUFFIX = ".tmp";

  private final Path directory;

  Staging(Path directory) {
    this.directory = directory;
  }

  /**
   * Puts a view in its place, over what is there.
   *
   * @param maker makes the view at the name it is given, where nothing is
   */
  void publish(Path view, Maker maker) throws IOException {
    Path temporary = directory.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
    try {
      maker.makeAt(temporary);
      Files.move(temporary, view, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      // Not only after a failure: renaming one link of a file to another of it does nothing.
      Files.deleteIfExists(temporary);
    }
  }

  /** Removes what killed processes left behind. */
  void sweep() throws IOException {
    for (String name : names(directory)) {
      if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
        Files.deleteIfExists(directory.resolve(name));
      }
    }
  }

  /** The names in a directory, none where there is no directory. */
  static Set<String> names(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** Makes a view at a name. */
  @FunctionalInterface
  interface Maker {
    void makeAt(Path name) throws IOException;
  }
}
