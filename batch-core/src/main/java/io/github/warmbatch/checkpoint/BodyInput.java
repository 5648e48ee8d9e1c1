package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All of a state file but the digest at its end, digested while it is read. */
final class BodyInput extends InputStream {
  private final InputStream file;
  private final MessageDigest digest = Sha256.start();
  private long remaining;
  private @Nullable IOException failure;

  BodyInput(InputStream file, long length) {
    this.file = file;
    this.remaining = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (remaining <= 0) {
      return -1;
    }
    int count = readFile(bytes, offset, (int) Math.min(length, remaining));
    if (count > 0) {
      digest.update(bytes, offset, count);
      remaining -= count;
    }
    return count;
  }

  /**
   * Reads what is left, and the digest behind it.
   *
   * @return the digest of the body, or empty where the file does not end with it
   * @throws IOException when the file could not be read, now or before
   */
  String finish() throws IOException {
    if (failure != null) {
      throw failure;
    }
    transferTo(OutputStream.nullOutputStream());
    byte[] computed = digest.digest();
    // One byte more than there should be, so that appended ones are noticed.
    byte[] found = file.readNBytes(Sha256.BYTES + 1);
    return remaining == 0 && Arrays.equals(computed, found) ? Sha256.hex(computed) : "";
  }

  private int readFile(byte[] bytes, int offset, int length) throws IOException {
    try {
      return file.read(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
