package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.dataset.TextColumn;

/**
 * The values of a column as keys of 64 bits. A whole number has the same key whether the file
 * called it an integer or a decimal; a missing value has none.
 */
final class KeyColumn {
  private static final long TEXT = 0x7E57AB1E;
  private final long[] keys;
  private final Column column;

  private KeyColumn(long[] keys, Column column) {
    this.keys = keys;
    this.column = column;
  }

  static KeyColumn of(Column column) {
    long[] keys = new long[column.rows()];
    if (column instanceof TextColumn text) {
      long[] hashes = text.dictionary().stream().mapToLong(KeyColumn::hash).toArray();
      int[] codes = text.codes();
      for (int row = 0; row < keys.length; row++) {
        keys[row] = codes[row] < 0 ? 0 : hashes[codes[row]];
      }
    } else if (column instanceof LongColumn whole) {
      System.arraycopy(whole.values(), 0, keys, 0, keys.length);
    } else {
      for (int row = 0; row < keys.length; row++) {
        double number = column.number(row);
        keys[row] = number == Math.rint(number) ? (long) number : Double.doubleToLongBits(number);
      }
    }
    return new KeyColumn(keys, column);
  }

  boolean has(int row) {
    return !column.isMissing(row);
  }

  long key(int row) {
    return keys[row];
  }

  /** Sixty-four bits that depend on every character. */
  static long hash(String text) {
    long hash = TEXT;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return Dice.mix(hash);
  }
}
