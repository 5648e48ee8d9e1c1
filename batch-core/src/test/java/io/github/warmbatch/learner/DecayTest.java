package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecayTest {

  @Test
  void halvesOnceAHalfLife() {
    for (double x = 0; x < 60; x += 0.0137) {
      double expected = StrictMath.pow(2, -x);
      assertThat(Decay.after(x)).isCloseTo(expected, within(1e-8 * expected));
    }
    assertThat(Decay.after(-1)).isEqualTo(1);
    assertThat(Decay.after(Double.NaN)).isEqualTo(1);
    assertThat(Decay.after(1e300)).isZero();
  }

  @Test
  void logitUndoesSigmoid() {
    for (double margin = -15; margin <= 15; margin += 0.31) {
      assertThat(Decay.logit(Decay.sigmoid(margin))).isCloseTo(margin, within(1e-5));
    }
    assertThat(Decay.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Decay.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Decay.logit(0)).isFinite();
  }
}
