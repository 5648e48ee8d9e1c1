package io.github.warmbatch.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A range of bytes in a pickle, not copied out of it. */
final class PickleBytes {
  private final byte[] array;
  private final int offset;
  private final int length;

  PickleBytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /**
   * The bytes that a value stands for: protocol 2 writes them as text, whose characters are the
   * bytes, and a call that encodes it.
   *
   * @throws DatasetException when the value is not bytes
   */
  static PickleBytes of(Object value) {
    if (value instanceof PickleBytes bytes) {
      return bytes;
    }
    if (value instanceof PickleObject call && call.isOf(PickleGlobal.BYTES)) {
      return new PickleBytes(new byte[0], 0, 0);
    }
    PickleObject call = PickleObject.require(value, PickleGlobal.ENCODE, "bytes");
    if (call.arguments().size() != 2 || !"latin1".equals(call.arguments().get(1))) {
      throw new DatasetException("the pickle encodes text in a way that pandas does not");
    }
    String text = Kinds.require(call.arguments().get(0), String.class, "text to encode");
    byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
    return new PickleBytes(encoded, 0, encoded.length);
  }

  int length() {
    return length;
  }

  ByteBuffer buffer(ByteOrder order) {
    return ByteBuffer.wrap(array, offset, length).slice().order(order);
  }

  /** The bytes as ASCII text. */
  String ascii() {
    return new String(array, offset, length, StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "bytes";
  }
}
