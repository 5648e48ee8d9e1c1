package io.github.warmbatch;

import io.github.warmbatch.checkpoint.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * What came of holding the head against the champion.
 *
 * @param promotion the head's, if it was promoted
 * @param regression the head's, if it is worse
 * @param warning what people should know besides
 */
record Ruling(
    @Nullable Promotion promotion, @Nullable Regression regression, @Nullable String warning) {
  /** There was nothing to decide. */
  static final Ruling NONE = new Ruling(null, null, null);

  static Ruling promoted(Promotion promotion) {
    return new Ruling(promotion, null, null);
  }

  static Ruling worse(Regression regression) {
    return new Ruling(null, regression, null);
  }

  static Ruling undecided(String warning) {
    return new Ruling(null, null, warning);
  }

  Ruling warning(@Nullable String other) {
    return new Ruling(promotion, regression, other);
  }
}
