package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** A file system of a kind of its own, in a file, mounted for a while. It takes root's rights. */
final class MountedFileSystem implements AutoCloseable {
  /** Sparse, and as much as XFS wants at least. */
  private static final long BYTES = 320L << 20;

  /** What can be mounted. */
  enum Kind {
    EXT4("mkfs.ext4", "-q", "-F"),
    XFS("mkfs.xfs", "-q", "-f"),
    BTRFS("mkfs.btrfs", "-q", "-f"),
    TMPFS;

    private final String maker;

    Kind(String... maker) {
      this.maker = String.join(" ", maker);
    }
  }

  private final Path place;
  private final Path root;

  private MountedFileSystem(Path place) throws IOException {
    this.place = place;
    this.root = Files.createDirectory(place.resolve("mounted"));
  }

  /**
   * Makes and mounts one.
   *
   * @throws IOException where that cannot be done here, with the reason
   */
  static MountedFileSystem mount(Kind kind) throws IOException {
    MountedFileSystem mounted =
        new MountedFileSystem(Files.createTempDirectory("file-system").toRealPath());
    try {
      mounted.mountAs(kind);
    } catch (IOException e) {
      FileUtils.deleteQuietly(mounted.place.toFile());
      throw e;
    }
    return mounted;
  }

  private void mountAs(Kind kind) throws IOException {
    if (kind == Kind.TMPFS) {
      run(List.of("mount", "-t", "tmpfs", "warmbatch", root.toString()));
      return;
    }
    Path image = place.resolve("image");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    List<String> make = new ArrayList<>(List.of(kind.maker.split(" ")));
    make.add(image.toString());
    run(make);
    run(List.of("mount", "-o", "loop", image.toString(), root.toString()));
  }

  /** A new directory in it. */
  Path directory() throws IOException {
    return Files.createTempDirectory(root, "store");
  }

  @Override
  public void close() throws IOException {
    run(List.of("umount", root.toString()));
    FileUtils.deleteDirectory(place.toFile());
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }
}
