package io.github.warmbatch.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance, decided by a seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> things) {
    return things.get(below(things.size()));
  }
}
