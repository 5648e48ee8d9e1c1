package io.github.warmbatch.dataset;

import java.util.Arrays;

/** A list of a pickle; as long as all of its items are whole numbers, they are kept unboxed. */
final class PickleList {
  private static final long[] NO_NUMBERS = {};
  private static final Object[] NO_ITEMS = {};

  private long[] numbers = NO_NUMBERS;
  private Object[] items = NO_ITEMS;
  private boolean mixed;
  private int size;

  int size() {
    return size;
  }

  /** Whether all items are whole numbers. */
  boolean isWhole() {
    return !mixed;
  }

  /** The item at an index of a list which {@link #isWhole}. */
  long number(int index) {
    return numbers[index];
  }

  /** The item at an index. */
  Object get(int index) {
    return mixed ? items[index] : (Object) numbers[index];
  }

  void add(long number) {
    if (mixed) {
      add((Object) number);
      return;
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, grown());
    }
    numbers[size++] = number;
  }

  void add(Object item) {
    if (!mixed && item instanceof Long number) {
      add(number.longValue());
      return;
    }
    mix();
    if (size == items.length) {
      items = Arrays.copyOf(items, grown());
    }
    items[size++] = item;
  }

  /** Forgets the items from an index on. */
  void truncate(int newSize) {
    size = newSize;
  }

  private void mix() {
    if (mixed) {
      return;
    }
    items = size == 0 ? NO_ITEMS : new Object[numbers.length];
    for (int i = 0; i < size; i++) {
      items[i] = numbers[i];
    }
    numbers = NO_NUMBERS;
    mixed = true;
  }

  private int grown() {
    return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(8, 2L * size));
  }

  @Override
  public String toString() {
    return "a list";
  }
}
