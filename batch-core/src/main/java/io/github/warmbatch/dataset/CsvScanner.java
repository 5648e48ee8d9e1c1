package io.github.warmbatch.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts CSV text into cells, as RFC 4180 has it; line feed, carriage return and both together end a
 * row. Empty lines are passed over.
 */
final class CsvScanner {
  private final byte[] text;
  private int at;
  private int line = 1;
  private boolean rowEnded = true;

  private byte[] cell;
  private int from;
  private int to;
  private byte[] unescaped = new byte[64];

  /** A scanner from an offset on. */
  CsvScanner(byte[] text, int from) {
    this.text = text;
    this.at = from;
    this.cell = text;
  }

  /** Goes to the first cell of the next row that is not empty; false where there is none. */
  boolean nextRow() {
    while (at < text.length && isLineEnd(text[at])) {
      endLine();
    }
    rowEnded = at >= text.length;
    return !rowEnded;
  }

  /** Reads the row's next cell; false where the row has no more. */
  boolean nextCell() {
    if (rowEnded) {
      return false;
    }
    if (at < text.length && text[at] == '"') {
      quotedCell();
    } else {
      plainCell();
    }
    endCell();
    return true;
  }

  /** The bytes that hold the cell. */
  byte[] cell() {
    return cell;
  }

  /** Where in {@link #cell} the cell begins. */
  int from() {
    return from;
  }

  /** Where in {@link #cell} the cell ends. */
  int to() {
    return to;
  }

  /** The cell as it stands. */
  String string() {
    return new String(cell, from, to - from, StandardCharsets.UTF_8);
  }

  /** The line that comes next, or that the next cell stands on, counted from 1. */
  int line() {
    return line;
  }

  private void plainCell() {
    cell = text;
    from = at;
    while (at < text.length && text[at] != ',' && !isLineEnd(text[at])) {
      if (text[at] == '"') {
        throw new DatasetException(
            "line %d: a quote inside of a value that does not begin with one (put the value in quotes and double those inside)"
                .formatted(line));
      }
      at++;
    }
    to = at;
  }

  private void quotedCell() {
    int begun = line;
    at++;
    cell = text;
    from = at;
    int length = -1;
    while (true) {
      int start = at;
      skipToQuote(begun);
      boolean doubled = at + 1 < text.length && text[at + 1] == '"';
      if (!doubled && length < 0) {
        to = at++;
        return;
      }
      length = append(Math.max(length, 0), start, doubled ? at + 1 : at);
      at += doubled ? 2 : 1;
      if (!doubled) {
        cell = unescaped;
        from = 0;
        to = length;
        return;
      }
    }
  }

  private void skipToQuote(int begun) {
    while (at < text.length && text[at] != '"') {
      if (isLineEnd(text[at])) {
        endLine();
      } else {
        at++;
      }
    }
    if (at >= text.length) {
      throw new DatasetException(
          "line %d: a quoted value begins here and never ends (is the file complete?)"
              .formatted(begun));
    }
  }

  private int append(int length, int start, int end) {
    int needed = length + end - start;
    if (needed > unescaped.length) {
      unescaped = Arrays.copyOf(unescaped, (int) Math.min(text.length, 2L * needed));
    }
    System.arraycopy(text, start, unescaped, length, end - start);
    return needed;
  }

  private void endCell() {
    if (at < text.length && text[at] == ',') {
      at++;
    } else if (at >= text.length || isLineEnd(text[at])) {
      rowEnded = true;
      if (at < text.length) {
        endLine();
      }
    } else {
      throw new DatasetException(
          "line %d: text after a closing quote (double the quotes inside of a quoted value)"
              .formatted(line));
    }
  }

  private void endLine() {
    at += text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? 2 : 1;
    line++;
  }

  private static boolean isLineEnd(byte character) {
    return character == '\n' || character == '\r';
  }
}
