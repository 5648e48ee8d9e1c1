package io.github.warmbatch.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChiSquareTest {
  /** By scipy.stats.chi2.isf. */
  private static final double[][] QUANTILES = {
    {1e-3, 5, 20.515}, {1e-3, 10, 29.588}, {1e-4, 10, 35.564}, {1e-5, 30, 75.34}, {0.05, 9, 16.919}
  };

  @Test
  void quantilesAreThoseOfTheTables() {
    for (double[] known : QUANTILES) {
      assertThat(ChiSquare.exceededBy(known[0], (int) known[1]))
          .isCloseTo(known[2], within(0.02 * known[2]));
    }
  }

  @Test
  void oneDegreeOfFreedomIsOnTheSafeSide() {
    assertThat(ChiSquare.exceededBy(1e-3, 1)).isBetween(10.828, 11.8);
    assertThat(ChiSquare.exceededBy(1e-5, 1)).isBetween(19.511, 22.0);
  }
}
