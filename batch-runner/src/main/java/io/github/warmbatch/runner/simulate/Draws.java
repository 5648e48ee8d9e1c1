package io.github.warmbatch.runner.simulate;

import java.util.SplittableRandom;

/**
 * A sequence of random numbers that belongs to a purpose and two keys, a day and a customer for
 * one: what is drawn for one day never depends on what was drawn for another. Bit for bit the same
 * on every Java version and processor. Not safe for use from many threads.
 */
final class Draws {
  private static final double UNIT = 0x1.0p-53;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;
  private double spare = Double.NaN;

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The sequence of these keys. */
  static Draws of(long seed, Purpose purpose, long first, long second) {
    long key = mix(seed + GOLDEN * purpose.number);
    key = mix(key + GOLDEN * (first + 1));
    return new Draws(mix(key + GOLDEN * (second + 1)));
  }

  /** From 0 up to, not including, 1. */
  double uniform() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** Between two bounds. */
  double uniform(double from, double to) {
    return from + uniform() * (to - from);
  }

  /** A whole number from 0 up to, not including, the bound. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Normally distributed around 0 with deviation 1, by Marsaglia's polar method. */
  double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    double x;
    double y;
    double square;
    do {
      x = uniform(-1, 1);
      y = uniform(-1, 1);
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * factor;
    return x * factor;
  }

  /**
   * Poisson distributed, by Knuth's product of uniforms, which takes time in the order of the mean.
   *
   * @param mean small
   */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int events = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      events++;
    }
    return events;
  }

  /** Stafford's variant 13 of the finaliser of MurmurHash3. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** What a sequence is for; the numbers are part of what a seed means. */
  enum Purpose {
    /** Who a customer is. */
    CUSTOMER(1),
    /** Where a terminal is. */
    TERMINAL(2),
    /** What a customer does on a day. */
    TRANSACTIONS(3),
    /** Which terminals are compromised on a day. */
    COMPROMISED_TERMINALS(4),
    /** Which customers are compromised on a day. */
    COMPROMISED_CUSTOMERS(5),
    /** Which transactions of a compromised customer on a day are not the customer's. */
    STOLEN_CARD(6);

    private final int number;

    Purpose(int number) {
      this.number = number;
    }
  }
}
