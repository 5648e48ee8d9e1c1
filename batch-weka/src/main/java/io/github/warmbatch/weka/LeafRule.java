package io.github.warmbatch.weka;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a leaf answers. */
enum LeafRule {
  /** How often it met each class. */
  MAJORITY,
  /** What naive Bayes makes of the rows that it met. */
  BAYES,
  /**
   * Of these two the one with the smaller log loss at this leaf, each row judged before it was
   * learned. Weka takes the one that was right more often, which never finds a rare class.
   */
  ADAPTIVE;

  static LeafRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static List<String> words() {
    return Stream.of(values()).map(rule -> rule.name().toLowerCase(Locale.ROOT)).toList();
  }
}
