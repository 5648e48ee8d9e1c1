package io.github.warmbatch.drift;

/**
 * What a chi-square distributed figure hardly exceeds: the cube-root approximation of Wilson and
 * Hilferty (1931) with the normal quantile of Abramowitz and Stegun, 26.2.23. Within a few percent
 * for the small chances that it is used for, and for one degree of freedom on the safe side.
 */
final class ChiSquare {
  private ChiSquare() {}

  /**
   * What is exceeded with this chance.
   *
   * @param chance above 0, at most one half
   * @param degrees of freedom, 1 or more
   */
  static double exceededBy(double chance, int degrees) {
    double part = 2.0 / (9 * degrees);
    double root = 1 - part + normal(chance) * Math.sqrt(part);
    return degrees * root * root * root;
  }

  private static double normal(double chance) {
    double t = Math.sqrt(-2 * Math.log(chance));
    double above = 2.515517 + t * (0.802853 + t * 0.010328);
    double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return t - above / below;
  }
}
