package io.github.warmbatch.dataset;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The directory that data sets are read from. No path leaves it: not by {@code ..}, not by being
 * absolute, not through a symbolic link. Links that stay inside are followed.
 */
public final class DataRoot {
  /** The longest array there is, less what some virtual machines keep for its header. */
  private static final long LONGEST = Integer.MAX_VALUE - 8L;

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
   * Reads a file's whole content, into one array of its size. A file that changes its length
   * meanwhile is still being written: that is a failure, which a later attempt may cure.
   *
   * @param path relative to the root, with {@code /} between directories; {@code .}, {@code ..} and
   *     doubled slashes are taken out of it
   * @throws DatasetException when there is no such file or it cannot be read; {@linkplain
   *     DatasetException#isCurable incurable} when the path leaves the root
   */
  public DatasetFile open(String path) {
    String normal = RootedPath.normalise(path);
    try {
      return new DatasetFile(normal, read(locate(normal)));
    } catch (NoSuchFileException e) {
      throw new DatasetException(
          "%s: no such file under the data root %s (check the path)".formatted(normal, directory),
          e);
    } catch (AccessDeniedException e) {
      throw new DatasetException(
          "%s: not readable by this user (check the permissions of the file and its directories)"
              .formatted(normal),
          e);
    } catch (IOException e) {
      throw new DatasetException("%s: cannot be read: %s".formatted(normal, e.getMessage()), e);
    } catch (DatasetException e) {
      throw e.in(normal);
    }
  }

  private Path locate(String path) throws IOException {
    Path root;
    try {
      root = directory.toRealPath();
    } catch (NoSuchFileException e) {
      throw new DatasetException(
          "there is no data root %s (mount it, or name another one)".formatted(directory), e);
    }
    Path real = root.resolve(path).toRealPath();
    if (!real.startsWith(root)) {
      throw DatasetException.incurable(
          "a symbolic link leads out of the data root (copy the file into it)");
    }
    return real;
  }

  private static byte[] read(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new DatasetException(
          attributes.isDirectory() ? "is a directory, not a file" : "is not a regular file");
    }
    if (attributes.size() > LONGEST) {
      throw new DatasetException(
          "is %d bytes long, and 2 GiB is the limit (split the data set)"
              .formatted(attributes.size()));
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    // Not a channel: an interrupt would close it in the middle.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return read(in, (int) attributes.size());
    }
  }

  static byte[] read(InputStream in, int size) throws IOException {
    byte[] content = new byte[size];
    int length = in.readNBytes(content, 0, size);
    if (length < size) {
      throw new DatasetException(
          "became shorter while it was read: %d of %d bytes (is it still being written?)"
              .formatted(length, size));
    }
    if (in.read() >= 0) {
      throw new DatasetException(
          "became longer while it was read: more than %d bytes (is it still being written?)"
              .formatted(size));
    }
    return content;
  }
}
