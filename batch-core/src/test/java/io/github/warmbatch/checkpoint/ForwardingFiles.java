package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Other file operations as they are, to be differed from. */
class ForwardingFiles implements FileOperations {
  private final FileOperations files;

  ForwardingFiles(FileOperations files) {
    this.files = files;
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    files.createDirectory(directory);
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return files.list(directory);
  }

  @Override
  public InputStream open(Path file) throws IOException {
    return files.open(file);
  }

  @Override
  public long size(Path file) throws IOException {
    return files.size(file);
  }

  @Override
  public OptionalLong usableBytes(Path directory) throws IOException {
    return files.usableBytes(directory);
  }

  @Override
  public Output create(Path file) throws IOException {
    return files.create(file);
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    files.link(file, name);
  }

  @Override
  public boolean sameFile(Path one, Path other) throws IOException {
    return files.sameFile(one, other);
  }

  @Override
  public void delete(Path file) throws IOException {
    files.delete(file);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    files.syncDirectory(directory);
  }
}
