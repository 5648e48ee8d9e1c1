package io.github.warmbatch.evaluation;

import java.util.SplittableRandom;

/**
 * Random numbers of the Poisson distribution of a whole mean, from tables of 4,096 equally likely
 * values: of the distribution itself up to a mean of 32, of the normal distribution above. They are
 * the same for ever for the same seed.
 */
final class PoissonDraw {
  private static final int BITS = 12;
  private static final int VALUES = 1 << BITS;
  private static final int LARGE = 32;
  private static final byte[][] SMALL = new byte[LARGE + 1][];
  private static final float[] NORMAL = new float[VALUES];

  static {
    for (int mean = 0; mean <= LARGE; mean++) {
      SMALL[mean] = quantiles(mean);
    }
    fillNormal();
  }

  private final SplittableRandom random;
  private long bits;
  private int left;

  PoissonDraw(SplittableRandom random) {
    this.random = random;
  }

  /** A number for each mean. */
  void all(long[] means, long[] drawn) {
    for (int i = 0; i < means.length; i++) {
      drawn[i] = one(means[i]);
    }
  }

  private long one(long mean) {
    int value = next();
    return mean <= LARGE
        ? SMALL[(int) mean][value]
        : Math.max(0, Math.round((double) mean + Math.sqrt((double) mean) * NORMAL[value]));
  }

  private int next() {
    if (left == 0) {
      bits = random.nextLong();
      left = Long.SIZE / BITS;
    }
    left--;
    int value = (int) bits & (VALUES - 1);
    bits >>>= BITS;
    return value;
  }

  private static byte[] quantiles(int mean) {
    byte[] values = new byte[VALUES];
    double chance = StrictMath.exp(-mean);
    double sum = chance;
    int count = 0;
    for (int i = 0; i < VALUES; i++) {
      while (sum < (i + 0.5) / VALUES) {
        count++;
        chance *= (double) mean / count;
        sum += chance;
      }
      values[i] = (byte) count;
    }
    return values;
  }

  /** The distribution function, summed up in small steps from far below. */
  private static void fillNormal() {
    double step = 1e-3;
    double density = step / StrictMath.sqrt(2 * StrictMath.PI);
    double sum = 0;
    double at = -6;
    for (int i = 0; i < VALUES; i++) {
      while (sum < (i + 0.5) / VALUES) {
        at += step;
        sum += density * StrictMath.exp(-at * at / 2);
      }
      NORMAL[i] = (float) at;
    }
  }
}
