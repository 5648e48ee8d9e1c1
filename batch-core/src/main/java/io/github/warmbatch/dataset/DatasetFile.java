package io.github.warmbatch.dataset;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The content of one file, in memory, with its digest: what is digested is what is read, whatever
 * happens to the file meanwhile. At most 2 GiB, the longest array there is.
 */
public final class DatasetFile {
  private final String path;
  private final byte[] content;
  private final String sha256;

  /**
   * A file of this content.
   *
   * @param path the name by which people know it, with {@code /} between directories
   * @param content the bytes, which are not copied
   */
  public DatasetFile(String path, byte[] content) {
    this.path = path;
    this.content = content;
    this.sha256 = digest(content);
  }

  /** The path as it was asked for, normalised, with {@code /} between directories. */
  public String path() {
    return path;
  }

  /** The last name of the path. */
  public String name() {
    Path name = Path.of(path).getFileName();
    return name == null ? path : name.toString();
  }

  /** The SHA-256 of the content, in lower-case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** How many bytes there are. */
  public int size() {
    return content.length;
  }

  /** The content, read-only. */
  public ByteBuffer bytes() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer();
  }

  /** The content as a stream. */
  public InputStream open() {
    return new ByteArrayInputStream(content);
  }

  /** The array itself, for readers of this package that parse in place: not to be written to. */
  byte[] array() {
    return content;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
