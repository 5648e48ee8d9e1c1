package io.github.warmbatch.learner;

/**
 * Random numbers that are the same for ever for the same seed: SplitMix64 (Steele, Lea and Flood,
 * <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014).
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  /** Dice for one purpose in one batch. */
  Dice(long seed, long batch, long purpose) {
    state = mix(mix(seed + GOLDEN * batch) + purpose);
  }

  /** A number from 0 to below {@code bound}. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Whether something of this probability happened. */
  boolean chance(double probability) {
    return (next() >>> 11) * 0x1.0p-53 < probability;
  }

  /** The first {@code count} of a random order of the array's numbers are moved to its front. */
  void shuffleFront(int[] numbers, int count) {
    for (int i = 0; i < count; i++) {
      int other = i + below(numbers.length - i);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }

  /** Spreads the bits of a number over all 64. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }
}
