package io.github.warmbatch.runner;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes maps, lists and plain values as JSON for people and programs. */
final class Json {
  private static final JSON PRETTY =
      JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES);
  private static final JSON ONE_LINE = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  private Json() {}

  /** Over several lines, nulls included. */
  static String pretty(Object value) {
    return write(PRETTY, value);
  }

  /** On one line, nulls included. */
  static String line(Object value) {
    return write(ONE_LINE, value);
  }

  private static String write(JSON style, Object value) {
    try {
      return style.asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON", e);
    }
  }
}
