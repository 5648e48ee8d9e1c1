package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small numbered files in one directory, each published whole, once, and for ever. Which writer
 * gets a number is decided by {@link FileOperations#link}, which never replaces a name. Safe for
 * use from many threads and processes.
 */
final class RecordLog {
  private static final Logger LOG = LoggerFactory.getLogger(RecordLog.class);

  private final FileOperations files;
  private final Path directory;

  RecordLog(FileOperations files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /** Where the records are. */
  Path directory() {
    return directory;
  }

  /** Where the record of a number is, or would be. */
  Path file(long number) {
    return directory.resolve(FileNames.record(number));
  }

  /**
   * The numbers in a listing of the directory; over NFS there may be more, which are found by
   * reading them.
   *
   * @throws NoSuchFileException when there is no such directory
   */
  Set<Long> listed() throws IOException {
    return StaleHandles.retry(() -> files.list(directory)).stream()
        .map(FileNames::numberOf)
        .flatMapToLong(OptionalLong::stream)
        .boxed()
        .collect(Collectors.toSet());
  }

  /** The largest number in a listing, 0 for none. */
  static long largest(Set<Long> listed) {
    return listed.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The record of this number, or null when there is none. */
  byte @Nullable [] read(long number) throws IOException {
    try {
      return content(file(number));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Returns when every record seen so far is on stable storage, whoever wrote it. */
  void sync() throws IOException {
    files.syncDirectory(directory);
  }

  /**
   * Tries to give a record a number. What the record refers to must be on stable storage but for
   * its name in this directory.
   *
   * @throws IOException when the number was not even asked for
   */
  Publication publish(long number, String attempt, byte[] content) throws IOException {
    // A number must never be on stable storage before those that it builds on.
    files.syncDirectory(directory);
    Path unpublished = directory.resolve(FileNames.unpublished(number, attempt));
    try {
      write(unpublished, content);
    } catch (IOException e) {
      discard(unpublished);
      throw e;
    }
    Publication outcome = settle(file(number), content, link(unpublished, file(number)));
    if (!(outcome instanceof Publication.Unknown)) {
      discard(unpublished);
    }
    return outcome;
  }

  /** Removes a file that no record can name any more; one that stays does no harm. */
  void discard(Path file) {
    try {
      files.delete(file);
    } catch (NoSuchFileException e) {
      LOG.trace("{} is gone already", file);
    } catch (IOException e) {
      LOG.warn("{} is of no use any more and cannot be removed: {}", file, e.toString());
    }
  }

  private void write(Path file, byte[] content) throws IOException {
    try (FileOperations.Output out = files.create(file)) {
      out.write(content);
      out.sync();
    }
    if (!Arrays.equals(content(file), content)) {
      throw new IOException(file + " does not read back as it was written");
    }
  }

  private @Nullable IOException link(Path unpublished, Path name) {
    try {
      files.link(unpublished, name);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /** Believes what stands under the name, and not what the call that was to put it there said. */
  private Publication settle(Path name, byte[] content, @Nullable IOException refusal) {
    try {
      byte[] found = content(name);
      if (!Arrays.equals(found, content)) {
        return new Publication.Taken(found);
      }
      files.syncDirectory(directory);
      return new Publication.Won();
    } catch (NoSuchFileException e) {
      return new Publication.Unknown(refusal == null ? e : refusal);
    } catch (IOException e) {
      return new Publication.Unknown(e);
    }
  }

  private byte[] content(Path file) throws IOException {
    return StaleHandles.retry(() -> contentNow(file));
  }

  private byte[] contentNow(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      byte[] content = in.readNBytes(Json.MAX_BYTES + 1);
      if (content.length > Json.MAX_BYTES) {
        throw new IOException("it has more than %d bytes".formatted(Json.MAX_BYTES));
      }
      return content;
    }
  }
}
