package io.github.warmbatch.learner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Big-endian numbers and arrays with their lengths in front. For one thread. */
final class StateOutput {
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  /** Writes all of it to a stream. */
  void writeTo(OutputStream out) throws IOException {
    out.write(buffer.array(), 0, buffer.position());
  }

  void integer(int value) {
    room(Integer.BYTES).putInt(value);
  }

  /** A constant, by its place among all. */
  <T> void constant(T value, List<T> constants) {
    integer(constants.indexOf(value));
  }

  void whole(long value) {
    room(Long.BYTES).putLong(value);
  }

  void number(double value) {
    room(Double.BYTES).putDouble(value);
  }

  void single(float value) {
    room(Float.BYTES).putFloat(value);
  }

  void flag(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
  }

  void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] values) {
    integer(values.length);
    raw(values, values.length);
  }

  /** The first bytes of an array, without their number. */
  void raw(byte[] values, int count) {
    room(count).put(values, 0, count);
  }

  void integers(int[] values) {
    integer(values.length);
    ByteBuffer to = room(Math.multiplyExact(values.length, Integer.BYTES));
    to.asIntBuffer().put(values);
    to.position(to.position() + values.length * Integer.BYTES);
  }

  void singles(float[] values) {
    integer(values.length);
    ByteBuffer to = room(Math.multiplyExact(values.length, Float.BYTES));
    to.asFloatBuffer().put(values);
    to.position(to.position() + values.length * Float.BYTES);
  }

  void numbers(double[] values) {
    integer(values.length);
    for (double value : values) {
      number(value);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int needed = Math.addExact(buffer.position(), bytes);
      ByteBuffer larger = ByteBuffer.allocate(Math.addExact(needed, needed >> 1));
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }
}
