package io.github.warmbatch.learner;

import io.github.warmbatch.training.StateFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads what {@link StateOutput} wrote and believes nothing: no array is made before the bytes for
 * it are known to be there, no number leaves the range that it is asked for in, and floating-point
 * numbers are finite. For one thread.
 */
final class StateInput {
  private final ByteBuffer buffer;

  StateInput(byte[] content) {
    buffer = ByteBuffer.wrap(content);
  }

  /** A whole number from {@code least} to {@code most}. */
  int integer(String what, int least, int most) throws StateFormatException {
    int value = need(what, 1, Integer.BYTES).getInt();
    if (value < least || value > most) {
      throw refusal("%s is %d, not from %d to %d".formatted(what, value, least, most));
    }
    return value;
  }

  /** How many there are of what takes at least so many bytes each. */
  int count(String what, int bytesEach) throws StateFormatException {
    int count = integer("the number of " + what, 0, Integer.MAX_VALUE);
    need(what, count, bytesEach);
    return count;
  }

  long whole(String what) throws StateFormatException {
    return need(what, 1, Long.BYTES).getLong();
  }

  /** A whole number from 0 to {@code most}. */
  long whole(String what, long most) throws StateFormatException {
    long value = whole(what);
    if (value < 0 || value > most) {
      throw refusal("%s is %d, not from 0 to %d".formatted(what, value, most));
    }
    return value;
  }

  /** One of the constants, by its place. */
  <T> T constant(String what, List<T> constants) throws StateFormatException {
    return constants.get(integer(what, 0, constants.size() - 1));
  }

  /** A number that is not below zero. */
  double amount(String what) throws StateFormatException {
    double value = number(what);
    if (value < 0) {
      throw refusal("%s is %s, below zero".formatted(what, value));
    }
    return value;
  }

  double number(String what) throws StateFormatException {
    double value = need(what, 1, Double.BYTES).getDouble();
    if (!Double.isFinite(value)) {
      throw refusal(what + " is not finite");
    }
    return value;
  }

  float single(String what) throws StateFormatException {
    float value = need(what, 1, Float.BYTES).getFloat();
    if (!Float.isFinite(value)) {
      throw refusal(what + " is not finite");
    }
    return value;
  }

  boolean flag(String what) throws StateFormatException {
    byte value = need(what, 1, 1).get();
    if (value < 0 || value > 1) {
      throw refusal("%s is %d, neither 0 nor 1".formatted(what, value));
    }
    return value == 1;
  }

  String text(String what) throws StateFormatException {
    return new String(bytes(what), StandardCharsets.UTF_8);
  }

  byte[] bytes(String what) throws StateFormatException {
    return raw(what, count(what, 1));
  }

  /** So many bytes without their number in front. */
  byte[] raw(String what, int count) throws StateFormatException {
    need(what, count, 1);
    byte[] values = new byte[count];
    buffer.get(values);
    return values;
  }

  int[] integers(String what) throws StateFormatException {
    int[] values = new int[count(what, Integer.BYTES)];
    buffer.asIntBuffer().get(values);
    buffer.position(buffer.position() + values.length * Integer.BYTES);
    return values;
  }

  float[] singles(String what) throws StateFormatException {
    float[] values = new float[count(what, Float.BYTES)];
    buffer.asFloatBuffer().get(values);
    buffer.position(buffer.position() + values.length * Float.BYTES);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw refusal(what + " are not all finite");
      }
    }
    return values;
  }

  /** So many singles, no more and no fewer. */
  float[] singles(String what, int expected) throws StateFormatException {
    float[] values = singles(what);
    requireCount(what, values.length, expected);
    return values;
  }

  /** As many singles as the array has room for. */
  void singlesInto(String what, float[] values) throws StateFormatException {
    float[] read = singles(what, values.length);
    System.arraycopy(read, 0, values, 0, values.length);
  }

  /** So many numbers, none below zero. */
  double[] amounts(String what, int expected) throws StateFormatException {
    double[] values = new double[count(what, Double.BYTES)];
    requireCount(what, values.length, expected);
    for (int i = 0; i < values.length; i++) {
      values[i] = amount(what);
    }
    return values;
  }

  /** Nothing is to follow. */
  void end() throws StateFormatException {
    if (buffer.hasRemaining()) {
      throw refusal("%d bytes too many".formatted(buffer.remaining()));
    }
  }

  static void requireCount(String what, int count, int expected) throws StateFormatException {
    if (count != expected) {
      throw refusal("%d %s where there are to be %d".formatted(count, what, expected));
    }
  }

  static StateFormatException refusal(String what) {
    return new StateFormatException(
        "Not a state of this trainer, or a damaged one: %s; roll back to another checkpoint"
            .formatted(what));
  }

  private ByteBuffer need(String what, int count, int bytesEach) throws StateFormatException {
    if ((long) count * bytesEach > buffer.remaining()) {
      throw refusal(
          "cut short in %s: %d bytes are left of %d"
              .formatted(what, buffer.remaining(), (long) count * bytesEach));
    }
    return buffer;
  }
}
