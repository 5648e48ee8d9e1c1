package io.github.warmbatch.dataset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of a pickle, which is only ever asked for a few known words, and so is neither
 * hashed nor sorted.
 */
final class PickleDict {
  private static final Object[] NOTHING = {};

  private Object[] entries = NOTHING;
  private int length;

  void put(Object key, Object value) {
    if (length == entries.length) {
      entries = Arrays.copyOf(entries, Math.max(4, 2 * length));
    }
    entries[length++] = key;
    entries[length++] = value;
  }

  /** The value of a key, or null where there is none. */
  @Nullable Object find(String key) {
    for (int i = length - 2; i >= 0; i -= 2) {
      if (key.equals(entries[i])) {
        return entries[i + 1];
      }
    }
    return null;
  }

  /**
   * The value of a key.
   *
   * @throws DatasetException when there is none
   */
  Object get(String key) {
    Object value = find(key);
    if (value == null) {
      throw new DatasetException(
          "the pickle lacks '%s', which pandas writes (is it a DataFrame?)".formatted(key));
    }
    return value;
  }

  @Override
  public String toString() {
    return "a dictionary";
  }
}
