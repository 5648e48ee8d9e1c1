package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/** Tries out whether a file system keeps the promises that the store is built on. */
final class FileSystemProbe {
  private static final byte[] CONTENT = "warmbatch\n".getBytes(StandardCharsets.UTF_8);

  private static final String FIT = "ext4, xfs, btrfs, tmpfs or NFS";

  private final FileOperations files;
  private final Path directory;

  FileSystemProbe(FileOperations files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /**
   * Writes a small file, gives it a second name, and removes both.
   *
   * @throws CheckpointException when no lineage can be kept here
   */
  void run() {
    String id = UUID.randomUUID().toString();
    Path file = directory.resolve("probe-" + id + ".tmp");
    Path name = directory.resolve("probe-" + id + "-link.tmp");
    try {
      try {
        write(file);
        link(file, name);
        files.syncDirectory(directory);
      } finally {
        remove(name);
        remove(file);
      }
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be written to: %s".formatted(directory, FileProblem.describe(e)), e);
    }
  }

  private void write(Path file) throws IOException {
    try (FileOperations.Output out = files.create(file)) {
      out.write(CONTENT);
      out.sync();
    }
  }

  private void link(Path file, Path name) throws IOException {
    try {
      files.link(file, name);
    } catch (IOException e) {
      throw new CheckpointException(
          "No hard link can be made in %s: %s. If this file system knows none, use one that does: %s"
              .formatted(directory, e.getMessage(), FIT),
          e);
    }
    if (!files.sameFile(file, name) || !Arrays.equals(content(name), CONTENT)) {
      throw unfit("makes a copy where a hard link was asked for");
    }
    if (linksAgain(file, name)) {
      throw unfit("replaces a name where it must refuse to");
    }
  }

  private boolean linksAgain(Path file, Path name) {
    try {
      files.link(file, name);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private byte[] content(Path file) throws IOException {
    return StaleHandles.retry(() -> contentNow(file));
  }

  private byte[] contentNow(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readNBytes(CONTENT.length + 1);
    }
  }

  private void remove(Path file) {
    try {
      files.delete(file);
    } catch (IOException e) {
      // What stays is small and never looked at; what matters was thrown before.
      return;
    }
  }

  private CheckpointException unfit(String what) {
    return new CheckpointException(
        "The file system of %s %s. Use one that does not: %s".formatted(directory, what, FIT));
  }
}
