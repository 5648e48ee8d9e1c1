package io.github.warmbatch.dataset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The encoding of CSV text: UTF-8, with or without a byte-order mark. */
final class CsvText {
  private CsvText() {}

  /**
   * Where the text begins: after the byte-order mark, if there is one.
   *
   * @throws DatasetException when the bytes are not UTF-8; the message names the line
   */
  static int start(byte[] text) {
    if (startsWith(text, 0xff, 0xfe) || startsWith(text, 0xfe, 0xff)) {
      throw new DatasetException("is UTF-16 text (save it as UTF-8)");
    }
    requireUtf8(text);
    return startsWith(text, 0xef, 0xbb, 0xbf) ? 3 : 0;
  }

  private static boolean startsWith(byte[] text, int... bytes) {
    if (text.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((text[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static void requireUtf8(byte[] text) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(text);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    if (result.isError()) {
      throw new DatasetException(
          "line %d is not UTF-8 text: byte 0x%02x at offset %d (save the file as UTF-8)"
              .formatted(lineOf(text, in.position()), text[in.position()], in.position()));
    }
  }

  private static long lineOf(byte[] text, int offset) {
    long line = 1;
    for (int i = 0; i < offset; i++) {
      boolean carriageReturn = text[i] == '\r' && text[i + 1] != '\n';
      line += text[i] == '\n' || carriageReturn ? 1 : 0;
    }
    return line;
  }
}
