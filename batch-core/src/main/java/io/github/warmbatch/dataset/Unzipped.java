package io.github.warmbatch.dataset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file's content, taken out of its gzip wrapping where it has one. What comes out is bounded: 64
 * MiB, or 200 times what went in where that is more, and never more than one array can hold; real
 * tables shrink to a twentieth at best.
 */
final class Unzipped {
  private static final long ALWAYS_ALLOWED = 64L << 20;
  private static final long MOST_EXPANSION = 200;
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final int FIRST_GUESS = 4;

  private Unzipped() {}

  /**
   * The content that a reader should parse: not to be written to.
   *
   * @throws DatasetException when the file is empty, its gzip data are damaged, expand too far, or
   *     are none although its name says so
   */
  static byte[] content(DatasetFile file) {
    byte[] raw = file.array();
    if (raw.length == 0) {
      throw new DatasetException("the file is empty (is it still being written?)");
    }
    boolean zipped = raw.length > 1 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
    if (!zipped && file.name().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      throw new DatasetException("is not gzip data, although its name says so");
    }
    return zipped ? expand(raw, limitFor(raw.length)) : raw;
  }

  private static int limitFor(int length) {
    return (int) Math.min(LONGEST, Math.max(ALWAYS_ALLOWED, MOST_EXPANSION * length));
  }

  static byte[] expand(byte[] zipped, int limit) {
    try (WholeGzip in = new WholeGzip(zipped)) {
      byte[] content = drain(in, (int) Math.min(limit, (long) FIRST_GUESS * zipped.length), limit);
      in.requireNothingLeft();
      return content;
    } catch (EOFException e) {
      throw new DatasetException("its gzip data end too early (was it copied completely?)", e);
    } catch (IOException e) {
      throw new DatasetException("its gzip data are damaged: " + e.getMessage(), e);
    }
  }

  /**
   * The JDK's stream takes whatever follows a member and is no further one for the end of the data,
   * a damaged member included. All input being in its buffer, what is left there tells.
   */
  private static final class WholeGzip extends GZIPInputStream {
    private static final int TRAILER = 8;

    WholeGzip(byte[] zipped) throws IOException {
      super(new ByteArrayInputStream(zipped), Math.max(512, zipped.length));
    }

    void requireNothingLeft() {
      int left = inf.getRemaining() - TRAILER;
      if (left > 0) {
        throw new DatasetException(
            "its gzip data are damaged: %d bytes follow that are none (was it copied completely?)"
                .formatted(left));
      }
    }
  }

  private static byte[] drain(InputStream in, int firstGuess, int limit) throws IOException {
    byte[] content = new byte[firstGuess];
    int length = in.readNBytes(content, 0, content.length);
    int next = in.read();
    while (next >= 0) {
      if (length == limit) {
        throw new DatasetException(
            "its gzip data expand to more than %d MiB (unpack or split it)".formatted(limit >> 20));
      }
      content = Arrays.copyOf(content, (int) Math.min(limit, 2L * length + 1));
      content[length++] = (byte) next;
      length += in.readNBytes(content, length, content.length - length);
      next = in.read();
    }
    if (length == 0) {
      throw new DatasetException("its gzip data hold nothing (is it still being written?)");
    }
    return length == content.length ? content : Arrays.copyOf(content, length);
  }
}
