package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the distinct values of a column of text, each under a number. */
final class TextDictionary {
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> values = new ArrayList<>();

  /** The value's number, a new one where it was not met before; -1 for the empty string. */
  int codeOf(String value) {
    if (value.isEmpty()) {
      return -1;
    }
    Integer known = codes.putIfAbsent(value, values.size());
    if (known != null) {
      return known;
    }
    values.add(value);
    return values.size() - 1;
  }

  /** The values in the order in which they were met. */
  List<String> values() {
    return values;
  }
}
