package io.github.warmbatch.runner;

import java.util.ArrayList;
import java.util.List;

/** Checkpoint numbers for people: neighbours are shown as one range. */
final class Numbers {
  private Numbers() {}

  /** The numbers, ascending, in the manner of {@code 1-3, 5}. */
  static String of(List<Long> ascending) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ascending.size(); i++) {
      if (i == ascending.size() || ascending.get(i) != ascending.get(i - 1) + 1) {
        long first = ascending.get(from);
        long last = ascending.get(i - 1);
        parts.add(first == last ? Long.toString(first) : first + "-" + last);
        from = i;
      }
    }
    return String.join(", ", parts);
  }
}
