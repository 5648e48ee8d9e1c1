package io.github.warmbatch.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A state on its way to a file: digested, and kept, so that what the file gives back can be held
 * against it byte for byte, which costs a tenth of a second digest. Of a large state nothing is
 * kept, since memory may not hold it twice; it is read back by its digest. For one thread.
 */
final class WrittenState extends OutputStream {
  /** Up to how many bytes are kept. */
  static final int MOST_KEPT = 4 << 20;

  private final OutputStream file;
  private final MessageDigest digest = Sha256.start();
  private @Nullable UnsynchronizedByteArrayOutputStream kept =
      UnsynchronizedByteArrayOutputStream.builder().get();
  private String sha256 = "";
  private long size;

  WrittenState(OutputStream file) {
    this.file = file;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    pass(bytes, offset, length);
  }

  /** Ends the file with the digest of all before. */
  void seal() throws IOException {
    byte[] computed = digest.digest();
    sha256 = Sha256.hex(computed);
    pass(computed, 0, computed.length);
  }

  /** The digest that the file ends with. */
  String sha256() {
    return sha256;
  }

  /** How many bytes the file has. */
  long size() {
    return size;
  }

  /**
   * Reads the file back.
   *
   * @param published what a manifest is to say of it
   * @throws CorruptStateException when it does not hold what was written
   * @throws IOException when it cannot be read, or its header could not be understood again
   */
  void requireReadable(FileOperations files, Path path, StateRef published) throws IOException {
    if (kept == null) {
      new StateReading(files, path, published).read((header, payload) -> header);
      return;
    }
    byte[] content = kept.toByteArray();
    if (!StaleHandles.retry(() -> holds(files, path, content))) {
      throw new CorruptStateException(path + " does not read back as it was written");
    }
    StateFormat.readHeader(new DataInputStream(new ByteArrayInputStream(content)));
  }

  private static boolean holds(FileOperations files, Path path, byte[] content) throws IOException {
    byte[] found = new byte[StateFormat.BUFFER];
    try (InputStream in = files.open(path)) {
      int at = 0;
      int count = in.readNBytes(found, 0, found.length);
      while (count > 0) {
        int end = at + count;
        if (end > content.length || !Arrays.equals(found, 0, count, content, at, end)) {
          return false;
        }
        at = end;
        count = in.readNBytes(found, 0, found.length);
      }
      return at == content.length;
    }
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    file.write(bytes, offset, length);
    size += length;
    if (size > MOST_KEPT) {
      kept = null;
    } else if (kept != null) {
      kept.write(bytes, offset, length);
    }
  }
}
