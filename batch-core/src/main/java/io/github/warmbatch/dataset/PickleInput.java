package io.github.warmbatch.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A place in the bytes of a pickle. Every read is checked against what is left, before anything is
 * allocated.
 */
final class PickleInput {
  private final byte[] content;
  private final ByteBuffer buffer;
  private int at;

  PickleInput(byte[] content) {
    this.content = content;
    this.buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The offset of the next byte. */
  int position() {
    return at;
  }

  /** Goes back, or forth, to an offset got from {@link #position}. */
  void position(int offset) {
    at = offset;
  }

  /** How many bytes there are in all. */
  int size() {
    return content.length;
  }

  int unsignedByte() {
    require(1);
    return content[at++] & 0xff;
  }

  int unsignedShort() {
    require(2);
    at += 2;
    return buffer.getShort(at - 2) & 0xffff;
  }

  int signedInt() {
    require(4);
    at += 4;
    return buffer.getInt(at - 4);
  }

  long unsignedInt() {
    return signedInt() & 0xffff_ffffL;
  }

  long signedLong() {
    require(8);
    at += 8;
    return buffer.getLong(at - 8);
  }

  /** Eight bytes, the most significant first, as the one opcode for floating-point numbers has. */
  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  /** The next bytes, not copied. */
  PickleBytes bytes(long length) {
    require(length);
    at += (int) length;
    return new PickleBytes(content, at - (int) length, (int) length);
  }

  /** The next bytes as text. */
  String utf8(long length) {
    require(length);
    at += (int) length;
    return new String(content, at - (int) length, (int) length, StandardCharsets.UTF_8);
  }

  /** Text up to a line feed, which is passed over. */
  String line(int longest) {
    int end = at;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    if (end - at > longest) {
      throw new DatasetException(
          "the pickle holds a name of more than %d bytes at offset %d".formatted(longest, at));
    }
    String line = utf8((long) end - at);
    require(1);
    at++;
    return line;
  }

  private void require(long length) {
    if (length < 0 || length > content.length - at) {
      throw new DatasetException(
          "the pickle ends too early: offset %d needs %s more bytes, and %d are left (was it copied completely?)"
              .formatted(at, Long.toUnsignedString(length), content.length - at));
    }
  }
}
