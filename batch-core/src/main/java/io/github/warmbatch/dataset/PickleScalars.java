package io.github.warmbatch.dataset;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The instructions of a pickle that bring a single value: numbers, text, bytes. */
final class PickleScalars {
  /** Larger numbers are no data; turning them into text or decimals would take for ever. */
  private static final int LONGEST_NUMBER = 128;

  private final PickleInput in;

  PickleScalars(PickleInput in) {
    this.in = in;
  }

  /** The value that an instruction brings, or null where it is not one of these. */
  @Nullable Object read(int opcode) {
    return switch (opcode) {
      case Opcode.NONE -> PickleNone.NONE;
      case Opcode.NEWTRUE -> true;
      case Opcode.NEWFALSE -> false;
      case Opcode.BININT -> (long) in.signedInt();
      case Opcode.BININT1 -> (long) in.unsignedByte();
      case Opcode.BININT2 -> (long) in.unsignedShort();
      case Opcode.LONG1 -> whole(in.unsignedByte());
      case Opcode.LONG4 -> whole(in.unsignedInt());
      case Opcode.BINFLOAT -> in.bigEndianDouble();
      case Opcode.SHORT_BINUNICODE -> in.utf8(in.unsignedByte());
      case Opcode.BINUNICODE -> in.utf8(in.unsignedInt());
      case Opcode.BINUNICODE8 -> in.utf8(in.signedLong());
      case Opcode.SHORT_BINBYTES -> in.bytes(in.unsignedByte());
      case Opcode.BINBYTES -> in.bytes(in.unsignedInt());
      case Opcode.BINBYTES8, Opcode.BYTEARRAY8 -> in.bytes(in.signedLong());
      default -> null;
    };
  }

  /**
   * Appends whole numbers to a list, as far as the instructions ahead are such up to the one that
   * appends them; else goes back and changes nothing. Spares a table's numbers the stack.
   */
  boolean appendRun(PickleList list) {
    int start = in.position();
    int size = list.size();
    while (true) {
      switch (in.unsignedByte()) {
        case Opcode.BININT -> list.add(in.signedInt());
        case Opcode.BININT1 -> list.add(in.unsignedByte());
        case Opcode.BININT2 -> list.add(in.unsignedShort());
        case Opcode.FRAME -> in.signedLong();
        case Opcode.APPENDS -> {
          return true;
        }
        default -> {
          in.position(start);
          list.truncate(size);
          return false;
        }
      }
    }
  }

  /** A number in two's complement, the least significant byte first; beyond 64 bits a decimal. */
  private Object whole(long length) {
    if (length > LONGEST_NUMBER) {
      throw new DatasetException(
          "the pickle has a whole number of %d bytes, and %d are the limit"
              .formatted(length, LONGEST_NUMBER));
    }
    byte[] digits = new byte[(int) length];
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = (byte) in.unsignedByte();
    }
    if (digits.length == 0) {
      return 0L;
    }
    BigInteger value = new BigInteger(digits);
    return value.bitLength() < Long.SIZE
        ? (Object) value.longValue()
        : (Object) value.doubleValue();
  }
}
