package io.github.warmbatch.learner;

/**
 * Powers of two and what is made of them, by table: a few nanoseconds each, and the same bits on
 * every machine, which {@link Math#exp} does not promise.
 */
final class Decay {
  private static final int STEP_BITS = 8;
  private static final int STEPS = 1 << STEP_BITS;
  private static final double STEP = 1.0 / STEPS;
  private static final double LN_2 = 0.6931471805599453;
  private static final double LOG2_E = 1.4426950408889634;
  private static final int VANISHED = 1000;
  private static final double[] TABLE = table();

  private Decay() {}

  /** What is left of one after so many half-lives; relative error below 1e-8. */
  static double after(double halfLives) {
    if (!(halfLives > 0)) {
      return 1;
    }
    if (halfLives >= VANISHED) {
      return 0;
    }
    int step = (int) (halfLives * STEPS);
    double rest = (halfLives - step * STEP) * LN_2;
    double whole = Double.longBitsToDouble((1023L - (step >> STEP_BITS)) << 52);
    return TABLE[step & (STEPS - 1)] * whole * (1 - rest + rest * rest / 2);
  }

  /** The exponential function, for what is not above zero. */
  static double exp(double notAboveZero) {
    return after(-notAboveZero * LOG2_E);
  }

  /** The logistic function. */
  static double sigmoid(double margin) {
    double small = exp(-Math.abs(margin));
    return margin >= 0 ? 1 / (1 + small) : small / (1 + small);
  }

  /** The inverse of the logistic function, within the range of a thousandth of a millionth. */
  static double logit(double probability) {
    double p = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
    return StrictMath.log(p / (1 - p));
  }

  private static double[] table() {
    double[] table = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      table[i] = StrictMath.pow(2, -i / (double) STEPS);
    }
    return table;
  }
}
