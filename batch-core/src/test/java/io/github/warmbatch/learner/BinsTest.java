package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void codesRiseWithTheNumberAndStayInRange() {
    int before = 0;
    for (double value = 1e-12; value < 1e30; value *= 1.01) {
      int code = Bins.logarithmic(value, 3, -8);
      assertThat(code).isBetween(Math.max(1, before), Bins.TOP);
      before = code;
    }
    assertThat(before).isEqualTo(Bins.TOP);
  }

  @Test
  void hasAsManyCodesForADoublingAsAsked() {
    for (int bits = 0; bits <= 4; bits++) {
      int step = Bins.logarithmic(2, bits, -2) - Bins.logarithmic(1, bits, -2);
      assertThat(step).isEqualTo(1 << bits);
    }
  }

  @Test
  void missingZeroNegativeAndInfiniteNumbersHaveCodes() {
    assertThat(Bins.count(Double.NaN)).isEqualTo(Bins.MISSING);
    assertThat(Bins.count(0)).isEqualTo(1);
    assertThat(Bins.count(-3)).isEqualTo(1);
    assertThat(Bins.count(Double.POSITIVE_INFINITY)).isEqualTo(Bins.TOP);
    assertThat(Bins.ratio(-1)).isEqualTo(Bins.MISSING);
    assertThat(Bins.sigmas(Double.NEGATIVE_INFINITY)).isEqualTo(1);
    assertThat(Bins.linear(1e300)).isEqualTo(Bins.TOP);
  }
}
