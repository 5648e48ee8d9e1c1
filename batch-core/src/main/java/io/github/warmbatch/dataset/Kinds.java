package io.github.warmbatch.dataset;

/** What kind of thing a value of a pickle is, in words, without looking into it. */
final class Kinds {
  private Kinds() {}

  /**
   * The value as one of a type.
   *
   * @param what the value is for, as the message is to name it
   * @throws DatasetException when it is none
   */
  static <T> T require(Object value, Class<T> type, String what) {
    if (!type.isInstance(value)) {
      throw new DatasetException(
          "the pickle has %s where it should have %s (is it a DataFrame?)"
              .formatted(of(value), what));
    }
    return type.cast(value);
  }

  /** A whole number from 0 to that of the longest array. */
  static int size(Object value, String what) {
    long size = require(value, Long.class, what);
    if (size < 0 || size > Integer.MAX_VALUE - 8) {
      throw new DatasetException("the pickle has %d as %s".formatted(size, what));
    }
    return (int) size;
  }

  /** The kind, such as "a list". */
  static String of(Object value) {
    if (value instanceof String text) {
      return "the text " + DatasetException.quoted(text);
    }
    return value instanceof Number || value instanceof Boolean
        ? "the value " + value
        : value.toString();
  }
}
