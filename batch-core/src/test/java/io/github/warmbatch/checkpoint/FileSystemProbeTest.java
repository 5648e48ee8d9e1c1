package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemProbeTest {
  @TempDir Path directory;

  private interface Link {
    void link(Path file, Path name) throws IOException;
  }

  /** The real file system, but for its links. */
  private static final class Linking extends ForwardingFiles {
    private final Link link;

    Linking(Link link) {
      super(new LocalFiles());
      this.link = link;
    }

    @Override
    public void link(Path file, Path name) throws IOException {
      link.link(file, name);
    }
  }

  private void assertUnfit(Link link, String message) {
    assertThatThrownBy(() -> new FileSystemProbe(new Linking(link), directory).run())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining(message)
        .hasMessageContaining("ext4");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileSystemWithHardLinksIsFitAndLeftAsItWas() {
    new FileSystemProbe(new LocalFiles(), directory).run();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileSystemWithoutHardLinksIsRefused() {
    assertUnfit(
        (file, name) -> {
          throw new IOException("Operation not permitted");
        },
        "No hard link can be made");
  }

  @Test
  void aFileSystemThatCopiesIsRefused() {
    assertUnfit((file, name) -> Files.copy(file, name), "makes a copy");
  }

  @Test
  void aFileSystemThatReplacesNamesIsRefused() {
    assertUnfit(
        (file, name) -> {
          Files.deleteIfExists(name);
          Files.createLink(name, file);
        },
        "replaces a name");
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() {
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> new FileSystemProbe(new LocalFiles(), none).run())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(none.toString());
  }
}
