package io.github.warmbatch.learner;

/**
 * Codes from 1 to 127 for numbers, 0 for a missing one. Logarithmic codes are the top bits of the
 * number as a float: exponent and the first bits of the fraction, so that there are no edges to fit
 * and nothing drifts when the data do.
 */
final class Bins {
  /** How many codes there are, the one for missing values included. */
  static final int COUNT = 128;

  static final int MISSING = 0;
  static final int TOP = COUNT - 1;
  private static final int FRACTION_BITS = 23;
  private static final int EXPONENT_BIAS = 127;
  private static final int MIDDLE = COUNT / 2;
  private static final int STEPS_PER_SIGMA = 8;

  private Bins() {}

  /**
   * A code for a positive number; one for what is zero, negative or too small.
   *
   * @param bits 2^bits codes for each doubling
   * @param lowest the exponent of two at which the codes begin
   */
  static int logarithmic(double value, int bits, int lowest) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    if (value <= 0) {
      return 1;
    }
    int top = Float.floatToRawIntBits((float) value) >> (FRACTION_BITS - bits);
    return clamp(top - ((EXPONENT_BIAS + lowest) << bits) + 1);
  }

  /** For counts: four codes a doubling, from 1/256 to eight million. */
  static int count(double value) {
    return logarithmic(value, 2, -8);
  }

  /** For shares of one: sixteen codes a doubling, down to 1/256. */
  static int rate(double value) {
    return logarithmic(value, 4, -8 + 1);
  }

  /** For quotients: sixteen codes a doubling, from 1/16 to 16. */
  static int ratio(double value) {
    return value > 0 ? logarithmic(value, 4, -4) : MISSING;
  }

  /** For numbers in standard deviations: eight codes each, to eight of them on either side. */
  static int sigmas(double value) {
    return Double.isNaN(value) ? MISSING : linear(MIDDLE + value * STEPS_PER_SIGMA);
  }

  /** For numbers that are codes already but for the range. */
  static int linear(double value) {
    return Double.isNaN(value) ? MISSING : (int) Math.min(Math.max(value, 1), TOP);
  }

  static int clamp(int code) {
    return Math.min(Math.max(code, 1), TOP);
  }
}
