package io.github.warmbatch.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report of a chain of checkpoints in a file. Grows in place, at the very position where the
 * last block ended: two processes that add the same block write the same bytes over each other. A
 * file whose length or last block is not what was written is replaced as a whole, so that a block
 * torn by a crash lasts until the next update. Not safe for use from many threads.
 */
final class ReportFile {
  private static final Logger LOG = LoggerFactory.getLogger(ReportFile.class);
  private static final String KEPT = "report.before-warmbatch.txt";
  private static final int HEAD = 2000;

  private final Path file;
  private final Staging staging;
  private @Nullable Written written;

  ReportFile(Path file, Staging staging) {
    this.file = file;
    this.staging = staging;
  }

  /** Adds the blocks that are missing, or rebuilds. */
  void update(List<Manifest> chain) throws IOException {
    Written before = written;
    written = null;
    if (before != null && before.isStartOf(chain) && isRegular()) {
      written = append(before, chain);
    }
    if (written == null) {
      rebuild(chain);
    }
  }

  /** Writes the whole report unless it is there. */
  void rebuild(List<Manifest> chain) throws IOException {
    byte[] text = render(chain);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      keepForeign(text);
    }
    if (!holds(text)) {
      staging.publish(file, name -> Files.write(name, text));
    }
    written = Written.of(chain, text.length);
  }

  private @Nullable Written append(Written before, List<Manifest> chain) throws IOException {
    byte[] text = render(chain.subList(before.blocks(), chain.size()));
    // Not a channel: an interrupted thread would close it.
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      if (out.length() != before.bytes() || !endsWith(out, before.lastBlock())) {
        return null;
      }
      out.seek(before.bytes());
      out.write(text);
    }
    return Written.of(chain, before.bytes() + text.length);
  }

  private static boolean endsWith(RandomAccessFile in, byte[] block) throws IOException {
    byte[] tail = new byte[block.length];
    in.seek(in.length() - block.length);
    in.readFully(tail);
    return Arrays.equals(tail, block);
  }

  private boolean holds(byte[] text) throws IOException {
    if (!isRegular()) {
      return text.length == 0;
    }
    return Files.size(file) == text.length && Arrays.equals(Files.readAllBytes(file), text);
  }

  private boolean isRegular() {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private void keepForeign(byte[] text) throws IOException {
    if (!isRegular()) {
      throw new FileSystemException(
          file.toString(), null, "is not a regular file; move it out of the way");
    }
    if (isOurs(text)) {
      return;
    }
    Path kept = file.resolveSibling(KEPT);
    try {
      Files.move(file, kept);
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(
          file.toString(), null, "is somebody else's; move it out of the way, " + KEPT + " exists");
    }
    LOG.warn("{} was not written by Warmbatch; it is now {}", file, kept);
  }

  /** Whether it begins like a report of ours, or is the beginning of this very one. */
  private boolean isOurs(byte[] text) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    List<String> lines = new String(head, UTF_8).lines().limit(4).toList();
    return Arrays.equals(head, Arrays.copyOf(text, head.length))
        || (lines.size() == 4 && ReportBlock.opens(lines.get(0), lines.get(3)));
  }

  private static byte[] render(List<Manifest> chain) {
    StringBuilder text = new StringBuilder();
    for (Manifest manifest : chain) {
      if (manifest.decision() instanceof Absorbed absorbed) {
        text.append(ReportBlock.of(manifest, absorbed));
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  /**
   * What this object last wrote.
   *
   * @param last the newest checkpoint in it; its digest covers all of the chain before
   * @param blocks how many blocks
   * @param bytes how many bytes
   */
  private record Written(@Nullable Manifest last, int blocks, long bytes) {
    static Written of(List<Manifest> chain, long bytes) {
      int blocks = chain.size();
      return new Written(blocks == 0 ? null : chain.get(blocks - 1), blocks, bytes);
    }

    boolean isStartOf(List<Manifest> chain) {
      return last != null
          && blocks <= chain.size()
          && chain.get(blocks - 1).sha256().equals(last.sha256());
    }

    byte[] lastBlock() {
      return last == null ? new byte[0] : render(List.of(last));
    }
  }
}
