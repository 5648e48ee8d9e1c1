package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * Numbers keys from 0 in the order in which they are met: a hash table with open addressing. For
 * one thread.
 */
final class KeyTable {
  /** No such key. */
  static final int ABSENT = -1;

  private static final int LEAST = 16;
  private static final int CROWD = 1000;
  private int[] slots;
  private long[] keys;
  private int size;

  /** A table with room for so many keys before it grows. */
  KeyTable(int expected) {
    slots = new int[slotsFor(expected)];
    Arrays.fill(slots, ABSENT);
    keys = new long[Math.max(expected, LEAST)];
  }

  private KeyTable(KeyTable other) {
    slots = other.slots.clone();
    keys = Arrays.copyOf(other.keys, Math.max(other.size, LEAST));
    size = other.size;
  }

  KeyTable copy() {
    return new KeyTable(this);
  }

  int size() {
    return size;
  }

  long key(int number) {
    return keys[number];
  }

  /** The key's number, or {@link #ABSENT}. */
  int find(long key) {
    int mask = slots.length - 1;
    for (int slot = (int) Dice.mix(key) & mask; ; slot = (slot + 1) & mask) {
      int number = slots[slot];
      if (number == ABSENT || keys[number] == key) {
        return number;
      }
    }
  }

  /** Whether so many others are in the key's way that somebody must have chosen them for that. */
  boolean isCrowdedAt(long key) {
    int mask = slots.length - 1;
    int slot = (int) Dice.mix(key) & mask;
    int steps = 0;
    while (steps < CROWD && slots[(slot + steps) & mask] != ABSENT) {
      steps++;
    }
    return steps == CROWD;
  }

  /** The key's number, a new one where it has none. */
  int add(long key) {
    int known = find(key);
    if (known != ABSENT) {
      return known;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
    }
    keys[size] = key;
    size++;
    if (2 * size > slots.length) {
      slots = new int[2 * slots.length];
      Arrays.fill(slots, ABSENT);
      for (int number = 0; number < size; number++) {
        occupy(number);
      }
    } else {
      occupy(size - 1);
    }
    return size - 1;
  }

  private void occupy(int number) {
    int mask = slots.length - 1;
    int slot = (int) Dice.mix(keys[number]) & mask;
    while (slots[slot] != ABSENT) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = number;
  }

  private static int slotsFor(int keys) {
    return Integer.highestOneBit(Math.max(keys, LEAST)) * 4;
  }
}
