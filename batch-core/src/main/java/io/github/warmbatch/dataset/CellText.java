package io.github.warmbatch.dataset;

import org.jspecify.annotations.Nullable;

/** What a cell of text means: the narrowest type that its spelling allows. */
final class CellText {
  private CellText() {}

  /** The type, or null where the range is empty, which is a missing value. */
  static @Nullable ColumnType typeOf(byte[] text, int from, int to) {
    if (from >= to) {
      return null;
    }
    if (NumberText.isWhole(text, from, to)) {
      return ColumnType.INTEGER;
    }
    if (NumberText.isDecimal(text, from, to)) {
      return NumberText.looksLikeCode(text, from, to) ? ColumnType.TEXT : ColumnType.DECIMAL;
    }
    if (isTruth(text, from, to)) {
      return ColumnType.BOOLEAN;
    }
    return TimestampText.nanos(text, from, to) == TimestampText.NONE
        ? ColumnType.TEXT
        : ColumnType.TIMESTAMP;
  }

  /** The narrowest type for values of both types, of which null means "only missing ones". */
  static @Nullable ColumnType common(@Nullable ColumnType a, @Nullable ColumnType b) {
    if (a == b || b == null) {
      return a;
    }
    if (a == null) {
      return b;
    }
    boolean numbers = isNumber(a) && isNumber(b);
    return numbers ? ColumnType.DECIMAL : ColumnType.TEXT;
  }

  /** Whether the range is {@code true} or {@code false} in any case. */
  static boolean isTruth(byte[] text, int from, int to) {
    return spells(text, from, to, "true") || spells(text, from, to, "false");
  }

  /** 1 for {@code true}, 0 for {@code false}. */
  static long truth(byte[] text, int from, int to) {
    return spells(text, from, to, "true") ? 1 : 0;
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
  }

  private static boolean spells(byte[] text, int from, int to, String lowerCase) {
    if (to - from != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((text[from + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
