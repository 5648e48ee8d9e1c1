package io.github.warmbatch.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers as text spells them, in a range of ASCII bytes. Whole numbers are those of 64 bits in
 * their one usual spelling, so that turning one into a number and back loses nothing: {@code 007}
 * and {@code +49} are none, but may still be read as {@linkplain #isDecimal decimals}.
 */
final class NumberText {
  private static final int MOST_DIGITS = 19;

  /** Ten to the power of 22 is the largest that a double holds exactly. */
  private static final double[] POWERS_OF_TEN = new double[23];

  private static final long EXACT = 1L << 53;

  private static final Pattern DECIMAL =
      Pattern.compile(
          "[+-]?(?:(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,9})?|(?i:inf|infinity|nan))");

  static {
    double power = 1;
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = power;
      power *= 10;
    }
  }

  private NumberText() {}

  /** Whether the range is a whole number of 64 bits in its usual spelling. */
  static boolean isWhole(byte[] text, int from, int to) {
    int first = from < to && text[from] == '-' ? from + 1 : from;
    int digits = to - first;
    if (digits < 1 || digits > MOST_DIGITS || !allDigits(text, first, to)) {
      return false;
    }
    boolean leadingZero = text[first] == '0' && (digits > 1 || first > from);
    return !leadingZero && (digits < MOST_DIGITS || fits(text, from, to));
  }

  /** The number that a range holds which {@link #isWhole}. */
  static long whole(byte[] text, int from, int to) {
    boolean negative = text[from] == '-';
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      value = value * 10 - (text[i] - '0');
    }
    return negative ? value : -value;
  }

  /**
   * Whether the range is a number in any spelling: with a fraction, an exponent, leading zeros or a
   * plus sign, or one of {@code inf}, {@code infinity} and {@code nan} in any case.
   */
  static boolean isDecimal(byte[] text, int from, int to) {
    if (from >= to || "+-.0123456789iInN".indexOf(text[from]) < 0) {
      return false;
    }
    return isPlain(text, from, to) || DECIMAL.matcher(text(text, from, to)).matches();
  }

  /** The number that a range holds which {@link #isDecimal}. */
  static double decimal(byte[] text, int from, int to) {
    long digits = 0;
    int scale = -1;
    boolean signed = text[from] == '-' || text[from] == '+';
    for (int i = signed ? from + 1 : from; i < to; i++) {
      if (text[i] == '.') {
        scale = 0;
      } else if (text[i] < '0' || text[i] > '9' || digits >= EXACT / 10 || scale == 22) {
        return slowly(text(text, from, to));
      } else {
        digits = digits * 10 + text[i] - '0';
        scale = scale < 0 ? scale : scale + 1;
      }
    }
    // Exact by Clinger's fast path: both are doubles without error, and division rounds once.
    double value = scale > 0 ? digits / POWERS_OF_TEN[scale] : digits;
    return text[from] == '-' ? -value : value;
  }

  /**
   * Whether only digits follow a plus sign or a leading zero, as in codes and telephone numbers.
   */
  static boolean looksLikeCode(byte[] text, int from, int to) {
    int first = text[from] == '-' || text[from] == '+' ? from + 1 : from;
    boolean unusual = text[from] == '+' || (to - first > 1 && text[first] == '0');
    return unusual && allDigits(text, first, to);
  }

  private static boolean isPlain(byte[] text, int from, int to) {
    int first = text[from] == '-' ? from + 1 : from;
    int points = 0;
    for (int i = first; i < to; i++) {
      if (text[i] == '.') {
        points++;
      } else if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return points <= 1 && to - first > points;
  }

  private static boolean allDigits(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(byte[] text, int from, int to) {
    long value = whole(text, from, to);
    return text[from] == '-' ? value < 0 : value > 0;
  }

  private static double slowly(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("nan")) {
      return Double.NaN;
    }
    if (lower.contains("inf")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(text);
  }

  private static String text(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.US_ASCII);
  }
}
