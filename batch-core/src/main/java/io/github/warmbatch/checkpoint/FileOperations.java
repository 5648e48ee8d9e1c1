package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * All that the store asks of a file system, so that tests can put one in its place that loses
 * power, lies and fails. Writing and syncing is done on threads that nobody interrupts, see {@link
 * Uninterrupted}; reading a file does not react to {@link Thread#interrupt}.
 */
interface FileOperations {

  /**
   * Makes one directory; its name is lost with the power until the directory above is synced.
   *
   * @throws java.nio.file.FileAlreadyExistsException when the name is taken
   */
  void createDirectory(Path directory) throws IOException;

  /**
   * The names in a directory, in any order; over NFS possibly those of a while ago.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such directory
   */
  List<String> list(Path directory) throws IOException;

  /**
   * Opens a file for reading.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  InputStream open(Path file) throws IOException;

  /** How many bytes a file has. */
  long size(Path file) throws IOException;

  /**
   * How many bytes may still be written below a directory; empty where the file system does not
   * say.
   */
  OptionalLong usableBytes(Path directory) throws IOException;

  /**
   * Makes a new file and opens it for writing.
   *
   * @throws java.nio.file.FileAlreadyExistsException when the name is taken
   */
  Output create(Path file) throws IOException;

  /**
   * Gives a file a second name, if nothing has that name yet: the compare-and-set of the store.
   *
   * @throws java.nio.file.FileAlreadyExistsException when the name is taken; over NFS also when it
   *     was this very call that took it
   */
  void link(Path file, Path name) throws IOException;

  /** Whether two names are names of one file. */
  boolean sameFile(Path one, Path other) throws IOException;

  /** Removes a name. */
  void delete(Path file) throws IOException;

  /** Returns when the names in a directory are on stable storage. */
  void syncDirectory(Path directory) throws IOException;

  /** A new file being written. */
  abstract class Output extends OutputStream {
    /** Returns when all bytes written so far are on stable storage; after a failure, give up. */
    abstract void sync() throws IOException;
  }
}
