package io.github.warmbatch.report;

import org.jspecify.annotations.Nullable;

/** How values from outside and figures are printed where a person reads them. */
final class Plain {
  private static final String UNDEFINED = "n/a";

  private Plain() {}

  /**
   * The text on one line: a file's name may hold a line break, and could forge a report with it.
   */
  static String text(String value) {
    if (value.codePoints().noneMatch(Plain::breaksLines)) {
      return value;
    }
    StringBuilder plain = new StringBuilder();
    value.codePoints().forEach(point -> plain.appendCodePoint(breaksLines(point) ? '?' : point));
    return plain.toString();
  }

  /** With full precision, or {@code n/a}. */
  static String exact(@Nullable Double figure) {
    return figure == null ? UNDEFINED : figure.toString();
  }

  private static boolean breaksLines(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
