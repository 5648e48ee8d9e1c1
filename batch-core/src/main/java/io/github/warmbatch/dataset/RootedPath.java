package io.github.warmbatch.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A path below the data root, as somebody pushed it: checked by its spelling alone, before the file
 * system is asked.
 */
final class RootedPath {
  private RootedPath() {}

  /**
   * The path without {@code .}, {@code ..} and doubled slashes.
   *
   * @throws DatasetException when it is no path, or {@linkplain DatasetException#isCurable
   *     incurable} when it leaves the root
   */
  static String normalise(String path) {
    requireSpelling(path);
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      step(names, name, path);
    }
    if (names.isEmpty()) {
      throw new DatasetException(
          "'%s' is the data root itself (push the path of a file)".formatted(path));
    }
    return String.join("/", names);
  }

  private static void requireSpelling(String path) {
    if (path.isBlank()) {
      throw new DatasetException("The path is empty (push the path of a file)");
    }
    if (path.indexOf('\0') >= 0) {
      throw new DatasetException(
          "'%s' is not a path: it contains a NUL character".formatted(path.replace("\0", "\\0")));
    }
    if (path.indexOf('\\') >= 0) {
      throw new DatasetException(
          "'%s' contains a backslash (write / between directories)".formatted(path));
    }
    if (path.startsWith("/") || isAbsoluteHere(path)) {
      throw DatasetException.incurable(
          "%s: absolute paths are refused (give the path relative to the data root)"
              .formatted(path));
    }
  }

  private static boolean isAbsoluteHere(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      throw new DatasetException(
          "'%s' is not a path here: %s (names beyond ASCII need a UTF-8 locale, LC_ALL=C.UTF-8)"
              .formatted(path, e.getReason()),
          e);
    }
  }

  private static void step(Deque<String> names, String name, String path) {
    if (name.equals("..")) {
      if (names.pollLast() == null) {
        throw DatasetException.incurable(
            "%s: leaves the data root (give a path below it)".formatted(path));
      }
    } else if (!name.isEmpty() && !name.equals(".")) {
      names.addLast(name);
    }
  }
}
