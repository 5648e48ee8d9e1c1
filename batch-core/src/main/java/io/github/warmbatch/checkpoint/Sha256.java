package io.github.warmbatch.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of everything that the store keeps. */
final class Sha256 {
  /** Its length in bytes. */
  static final int BYTES = 32;

  private Sha256() {}

  /** A digest of nothing yet. */
  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The digest of some bytes, in lower-case hexadecimal digits. */
  static String of(byte[] bytes) {
    return hex(start().digest(bytes));
  }

  /** A digest's bytes in lower-case hexadecimal digits. */
  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
