package io.github.warmbatch.drift;

import java.util.HashSet;
import java.util.List;

/**
 * The most frequent values of one column of text, and how many rows hold others.
 *
 * @param values the most frequent values, in the order of text; what is longer than {@link
 *     #MOST_CHARACTERS} is cut there, and counts as one with all that begins so
 * @param counts for each of them its rows
 * @param others how many rows hold another value
 * @param mostOther how many rows the most frequent of those other values has
 * @param missing how many rows have no value
 */
public record ValueProfile(
    List<String> values, List<Long> counts, long others, long mostOther, long missing)
    implements ColumnProfile {
  /** The most characters of a value. */
  public static final int MOST_CHARACTERS = 40;

  /**
   * A profile, its lists copied.
   *
   * @throws IllegalArgumentException when it is none of a column
   */
  public ValueProfile {
    values = List.copyOf(values);
    counts = List.copyOf(counts);
    ColumnProfile.sum(counts, others, missing);
    if (values.size() != counts.size() || new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException(
          "%d values, maybe repeated, with %d counts".formatted(values.size(), counts.size()));
    }
    if (values.stream().anyMatch(value -> value.length() > MOST_CHARACTERS)) {
      throw new IllegalArgumentException("a value of more than 40 characters");
    }
    if (mostOther < 0 || mostOther > others) {
      throw new IllegalArgumentException(
          "another value in %d of %d rows".formatted(mostOther, others));
    }
  }

  @Override
  public long rows() {
    return ColumnProfile.sum(counts, others, missing);
  }
}
