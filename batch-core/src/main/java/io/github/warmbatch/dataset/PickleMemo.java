package io.github.warmbatch.dataset;

import java.util.Arrays;

/** The values that a pickle refers to again, by number. Numbers are given out one after another. */
final class PickleMemo {
  private Object[] values = new Object[256];
  private int size;

  /** Remembers a value under the next number. */
  void add(Object value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size));
    }
    values[size++] = value;
  }

  /**
   * Remembers a value under a number that was given out before, or the next one.
   *
   * @throws DatasetException when the number is beyond that: an array of that size is not made
   */
  void put(long number, Object value) {
    if (number == size) {
      add(value);
    } else {
      values[checked(number)] = value;
    }
  }

  Object get(long number) {
    return values[checked(number)];
  }

  private int checked(long number) {
    if (number >= size) {
      throw new DatasetException(
          "the pickle refers to value %d of the %d so far (damaged?)".formatted(number, size));
    }
    return (int) number;
  }
}
