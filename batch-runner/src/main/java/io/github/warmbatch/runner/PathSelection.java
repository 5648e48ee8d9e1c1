package io.github.warmbatch.runner;

import io.github.warmbatch.dataset.DatasetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the data sets under a data root that a command line means, in natural order. */
final class PathSelection {
  private static final String WILDCARDS = "*?[{";

  /** A whole name of two stars, not between braces, which cannot be nested. */
  private static final Pattern ANY_DIRECTORIES = Pattern.compile("(?<=^|/)\\*\\*/(?![^{]*})");

  private final Locations locations;
  private final boolean force;

  /**
   * A selection.
   *
   * @param force whether names without wildcards are taken as they are, be there a file or not
   */
  PathSelection(Locations locations, boolean force) {
    this.locations = locations;
    this.force = force;
  }

  /** The files that a name or a pattern means, relative to the root. */
  List<String> matching(String pattern) {
    if (pattern.isBlank()) {
      throw new UsageException("An empty name is no data set; give a path or a pattern");
    }
    int wildcard = firstWildcard(pattern);
    if (force && (wildcard < 0 || Files.exists(locations.resolve(pattern)))) {
      return List.of(pattern);
    }
    if (wildcard < 0 || Files.isRegularFile(locations.resolve(pattern))) {
      return List.of(existing(pattern));
    }
    String fixed = pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    Path start = inRoot(fixed.isEmpty() ? "." : fixed);
    PathMatcher matcher = matcher(locations.relative(start), pattern.substring(fixed.length()));
    List<String> found = Files.isDirectory(start) ? files(start, matcher) : List.of();
    if (found.isEmpty()) {
      throw new UsageException("No file under %s matches %s".formatted(locations.base(), pattern));
    }
    return found;
  }

  /** The data sets in a directory and below it: the files that some reader is for. */
  List<String> in(String directory) {
    Path start = inRoot(directory);
    if (!Files.isDirectory(start)) {
      throw new UsageException("--from %s: %s is not a directory".formatted(directory, start));
    }
    List<DatasetReader> readers =
        ServiceLoader.load(DatasetReader.class).stream().map(ServiceLoader.Provider::get).toList();
    List<String> found =
        files(start, path -> readers.stream().anyMatch(each -> each.reads(name(path))));
    if (found.isEmpty()) {
      throw new UsageException("--from %s: no data set in %s".formatted(directory, start));
    }
    return found;
  }

  private String existing(String path) {
    Path file = inRoot(path);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "%s: there is no such file under %s; check the path and --data-root, or push it all the"
                  .formatted(path, locations.base())
              + " same with --force");
    }
    String relative = locations.relative(file);
    requireInside(relative);
    return relative;
  }

  /** What a worker would refuse is refused here, where somebody is looking. */
  private void requireInside(String path) {
    try {
      if (locations.resolve(path).toRealPath().startsWith(locations.base().toRealPath())) {
        return;
      }
    } catch (IOException e) {
      throw new UsageException("%s cannot be looked at: %s".formatted(path, e.getMessage()), e);
    }
    throw new UsageException(
        "%s: a symbolic link leads out of the data root %s; a worker would refuse it. Copy the file into it"
            .formatted(path, locations.base()));
  }

  private Path inRoot(String path) {
    Path file = locations.resolve(path);
    if (!file.startsWith(locations.base())) {
      throw new UsageException(
          "%s leaves the data root %s; a worker would refuse it".formatted(path, locations.base()));
    }
    return file;
  }

  private PathMatcher matcher(String start, String rest) {
    String prefix = start.isEmpty() ? "" : start + "/";
    try {
      // As shells have it, those directories may be none; Java wants one at least.
      String none = ANY_DIRECTORIES.matcher(rest).replaceAll("{**/,}");
      PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + none);
      return path -> glob.matches(Path.of(prefix).relativize(path));
    } catch (PatternSyntaxException e) {
      throw new UsageException("'%s' is not a pattern: %s".formatted(rest, e.getDescription()), e);
    }
  }

  private List<String> files(Path start, PathMatcher matcher) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(start)) {
      all.filter(Files::isRegularFile)
          .map(locations.base()::relativize)
          .filter(path -> !isHidden(path) && matcher.matches(path))
          .map(PathSelection::text)
          .forEach(found::add);
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("Cannot list %s: %s".formatted(start, e.getMessage()), e);
    }
    found.sort(new NaturalOrder());
    found.forEach(this::requireInside);
    return found;
  }

  /** An entry is text, and cannot name a file whose name is none. */
  private static String text(Path path) {
    String text = path.toString().replace('\\', '/');
    try {
      if (Path.of(text).equals(path)) {
        return text;
      }
    } catch (InvalidPathException e) {
      // then it is not that path either
    }
    throw new UsageException(
        "%s: its name is no text in this locale's encoding, so no entry can name it; rename the"
                .formatted(text)
            + " file, or set LC_ALL=C.UTF-8");
  }

  private static boolean isHidden(Path path) {
    return StreamSupport.stream(path.spliterator(), false).anyMatch(PathSelection::isHiddenName);
  }

  private static boolean isHiddenName(Path name) {
    return name.toString().startsWith(".");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (WILDCARDS.indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
