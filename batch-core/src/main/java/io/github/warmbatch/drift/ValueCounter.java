package io.github.warmbatch.drift;

import io.github.warmbatch.dataset.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts a column's texts, and keeps the most frequent ones. */
final class ValueCounter {
  private ValueCounter() {}

  /**
   * The profile of these rows of a column: the values that are more frequent than the one that
   * would be one too many. So which of equally frequent values is kept does not depend on the order
   * of the rows, and where no value is more frequent than others, as in a number of an order, none
   * is kept.
   */
  static ValueProfile count(TextColumn column, int[] rows, int most) {
    long[] byCode = new long[column.dictionary().size()];
    long missing = 0;
    for (int row : rows) {
      int code = column.codes()[row];
      if (code < 0) {
        missing++;
      } else {
        byCode[code]++;
      }
    }
    long mostOther = rankedAt(byCode, most);
    Map<String, Long> kept = new TreeMap<>();
    long others = 0;
    for (int code = 0; code < byCode.length; code++) {
      if (byCode[code] > mostOther) {
        kept.merge(cut(column.dictionary().get(code)), byCode[code], Long::sum);
      } else {
        others += byCode[code];
      }
    }
    List<String> values = new ArrayList<>(kept.keySet());
    return new ValueProfile(values, new ArrayList<>(kept.values()), others, mostOther, missing);
  }

  /** The count at this place of the descending order, from 0 on; 0 where there are no so many. */
  private static long rankedAt(long[] counts, int place) {
    if (counts.length <= place) {
      return 0;
    }
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1 - place];
  }

  private static String cut(String value) {
    if (value.length() <= ValueProfile.MOST_CHARACTERS) {
      return value;
    }
    boolean splits = Character.isHighSurrogate(value.charAt(ValueProfile.MOST_CHARACTERS - 1));
    return value.substring(0, ValueProfile.MOST_CHARACTERS - (splits ? 1 : 0));
  }
}
