package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThinningTest {
  private static final int ROWS = 5000;
  private static final int WIDTH = 3;

  private static LabelledCodes batch(Dice dice, double rate) {
    boolean[] positive = new boolean[ROWS];
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      positive[row] = dice.chance(rate);
      labels[row] = positive[row] ? 1 : 0;
    }
    return new LabelledCodes(Codes.of(ROWS, WIDTH), labels, positive, new boolean[WIDTH]);
  }

  private static void add(Reservoir reservoir, int number, double rate) {
    Dice dice = new Dice(9, number, 0);
    Quotas quotas = Quotas.of(ROWS, WIDTH, number);
    new Thinning(reservoir, quotas, dice).before(number);
    double[] margins = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      margins[row] = row;
    }
    new Selection(batch(dice, rate), quotas, dice).addTo(reservoir, number, margins);
  }

  @Test
  void isBoundedHoweverManyPositivesThereAre() {
    for (double rate : new double[] {0, 0.01, 0.5, 1}) {
      Reservoir reservoir = new Reservoir(WIDTH);
      for (int number = 0; number < 70; number++) {
        add(reservoir, number, rate);
        assertThat(reservoir.size()).isLessThan(40_000);
      }
      for (int row = 0; row < reservoir.size(); row++) {
        assertThat(reservoir.batch(row)).isGreaterThan(70 - 31);
      }
    }
  }

  @Test
  void rowsThatStayStandForThoseThatGo() {
    Reservoir reservoir = new Reservoir(WIDTH);
    for (int number = 0; number < 40; number++) {
      add(reservoir, number, 0.3);
    }
    double[] weights = new double[40];
    for (int row = 0; row < reservoir.size(); row++) {
      weights[reservoir.batch(row)] += reservoir.weight(row);
    }
    for (int number = 10; number < 40; number++) {
      assertThat(weights[number]).isCloseTo(ROWS, within(1.0));
    }
  }

  @Test
  void keepsTheNegativesThatLookedMostLikePositives() {
    Reservoir reservoir = new Reservoir(WIDTH);
    add(reservoir, 0, 0);
    int hard = 0;
    for (int row = 0; row < reservoir.size(); row++) {
      hard += reservoir.kind(row) == Reservoir.Kind.HARD ? 1 : 0;
    }
    assertThat(hard).isEqualTo(ROWS / 160);
  }
}
