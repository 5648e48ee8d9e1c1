package io.github.warmbatch.checkpoint;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The file system that the machine has, local or mounted. */
final class LocalFiles implements FileOperations {

  @Override
  public void createDirectory(Path directory) throws IOException {
    Files.createDirectory(directory);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  @Override
  public InputStream open(Path file) throws IOException {
    try {
      return new FileInputStream(file.toFile());
    } catch (FileNotFoundException e) {
      return openUnlessMissing(file);
    }
  }

  /**
   * A {@link FileNotFoundException} also means "no permission", which is not "none"; and a file
   * that was not there a moment ago may be there by the time this is asked.
   */
  private static InputStream openUnlessMissing(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return new FileInputStream(file.toFile());
  }

  @Override
  public long size(Path file) throws IOException {
    return Files.size(file);
  }

  @Override
  public OptionalLong usableBytes(Path directory) throws IOException {
    FileStore store = Files.getFileStore(directory);
    // Some network and virtual file systems answer 0 for all they do not know.
    return store.getTotalSpace() <= 0
        ? OptionalLong.empty()
        : OptionalLong.of(store.getUsableSpace());
  }

  @Override
  public Output create(Path file) throws IOException {
    Files.createFile(file);
    return new LocalOutput(new FileOutputStream(file.toFile()));
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (UnsupportedOperationException e) {
      throw new IOException("hard links are not supported here", e);
    }
  }

  @Override
  public boolean sameFile(Path one, Path other) throws IOException {
    return Files.isSameFile(one, other);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.delete(file);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows opens no directories; NTFS journals its names.
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!isUnsupported(e)) {
        throw e;
      }
    }
  }

  /** EINVAL and ENOTSUP are what file systems without it answer; any other error is a failure. */
  private static boolean isUnsupported(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Invalid argument") || message.contains("not supported");
  }

  /** Not a channel, since an interrupt would close one in the middle of a sync. */
  private static final class LocalOutput extends Output {
    private final FileOutputStream file;

    LocalOutput(FileOutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
    }

    @Override
    void sync() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
