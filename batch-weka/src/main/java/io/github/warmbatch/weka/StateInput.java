package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads numbers from bytes that are not trusted: whatever is amiss is a state format exception. */
final class StateInput {
  private final ByteBuffer bytes;

  StateInput(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** A whole number of 32 bits within these bounds. */
  int whole(String what, int least, int most) throws StateFormatException {
    try {
      int value = bytes.getInt();
      if (value < least || value > most) {
        throw new StateFormatException(
            "%s is %d, not from %d to %d".formatted(what, value, least, most));
      }
      return value;
    } catch (BufferUnderflowException e) {
      throw ended(what, e);
    }
  }

  /** A whole number of 32 bits, and not more of such things than there are bytes left. */
  int count(String what, int most) throws StateFormatException {
    int value = whole(what, 0, most);
    if (value > bytes.remaining()) {
      throw new StateFormatException(
          "%s is %d with %d bytes left".formatted(what, value, bytes.remaining()));
    }
    return value;
  }

  /** A whole number of 64 bits. */
  long big(String what) throws StateFormatException {
    try {
      return bytes.getLong();
    } catch (BufferUnderflowException e) {
      throw ended(what, e);
    }
  }

  /** A whole number of 64 bits, zero or more. */
  long amount(String what) throws StateFormatException {
    long value = big(what);
    if (value < 0) {
      throw new StateFormatException("%s is %d, less than 0".formatted(what, value));
    }
    return value;
  }

  /** A finite number. */
  double finite(String what) throws StateFormatException {
    double value = Double.longBitsToDouble(big(what));
    if (!Double.isFinite(value)) {
      throw new StateFormatException("%s is %s".formatted(what, value));
    }
    return value;
  }

  /** A finite number, zero or more. */
  double weight(String what) throws StateFormatException {
    double value = finite(what);
    if (value < 0) {
      throw new StateFormatException("%s is %s, less than 0".formatted(what, value));
    }
    return value;
  }

  /** A row's values as {@link StateOutput#row} wrote them, the class last. */
  double[] row(ModelShape shape) throws StateFormatException {
    List<Integer> attributes = shape.attributes();
    if (8L * (attributes.size() + 1) > bytes.remaining()) {
      throw new StateFormatException("The state ends where a row should be");
    }
    double[] row = new double[attributes.size() + 1];
    for (int i = 0; i < attributes.size(); i++) {
      row[i] = value("a value", attributes.get(i));
    }
    row[attributes.size()] = value("a row's class", shape.classes());
    if (Double.isNaN(row[attributes.size()])) {
      throw new StateFormatException("A row has no class");
    }
    return row;
  }

  /** A number, or one of so many nominal values where there are any; NaN where missing. */
  private double value(String what, int nominal) throws StateFormatException {
    double value = Double.longBitsToDouble(big(what));
    boolean fits =
        nominal == 0
            ? !Double.isInfinite(value)
            : Double.isNaN(value) || (value >= 0 && value < nominal && value == Math.rint(value));
    if (!fits) {
      throw new StateFormatException("%s is %s".formatted(what, value));
    }
    return value;
  }

  /** True or false. */
  boolean flag(String what) throws StateFormatException {
    return whole(what, 0, 1) == 1;
  }

  /** A text in UTF-8. */
  String text(String what) throws StateFormatException {
    int length = count("length of " + what, Integer.MAX_VALUE);
    ByteBuffer slice = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(slice).toString();
    } catch (CharacterCodingException e) {
      throw new StateFormatException(what + " is not UTF-8", e);
    }
  }

  /** All bytes that are left. */
  byte[] rest() {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }

  /** Makes sure that nothing is left. */
  void end() throws StateFormatException {
    if (bytes.hasRemaining()) {
      throw new StateFormatException("%d bytes too many".formatted(bytes.remaining()));
    }
  }

  private static StateFormatException ended(String what, BufferUnderflowException cause) {
    return new StateFormatException("The state ends where %s should be".formatted(what), cause);
  }
}
