package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnScaleTest {

  private static double[] range(double from, double to) {
    return IntStream.rangeClosed(0, 1000).mapToDouble(i -> from + (to - from) * i / 1000).toArray();
  }

  private static long codesOf(ColumnScale scale, double[] values) {
    return DoubleStream.of(values).mapToInt(scale::code).distinct().count();
  }

  @Test
  void tellsApartWhatLiesFarFromZeroAndCloseTogether() {
    double[] years = range(1990, 2020);
    ColumnScale scale = ColumnScale.fitting(years);
    assertThat(scale.kind()).isEqualTo(ColumnScale.Kind.CENTRED);
    assertThat(codesOf(scale, years)).isGreaterThan(50);
  }

  @Test
  void tellsApartAmountsOfAllSizes() {
    double[] amounts = range(0.01, 300);
    ColumnScale scale = ColumnScale.fitting(amounts);
    assertThat(scale.kind()).isEqualTo(ColumnScale.Kind.POSITIVE);
    assertThat(codesOf(scale, amounts)).isGreaterThan(50);
  }

  @Test
  void givesSmallCountsACodeEach() {
    double[] counts = IntStream.range(0, 24).asDoubleStream().toArray();
    ColumnScale scale = ColumnScale.fitting(counts);
    assertThat(codesOf(scale, counts)).isEqualTo(24);
    assertThat(scale.code(1e9)).isEqualTo(Bins.TOP);
  }

  @Test
  void codesRiseOnEveryScale() {
    for (double[] values : new double[][] {range(-5, 5), range(0, 1), range(1e6, 1e6 + 1)}) {
      ColumnScale scale = ColumnScale.fitting(values);
      int before = 0;
      for (double value : values) {
        assertThat(scale.code(value)).isGreaterThanOrEqualTo(before);
        before = scale.code(value);
      }
    }
  }

  @Test
  void hasACodeForEverythingEvenIfItSawNothing() {
    for (double[] values : new double[][] {{}, {Double.NaN}, {7.5}, {Double.MAX_VALUE}}) {
      ColumnScale scale = ColumnScale.fitting(values);
      for (double odd : new double[] {0, -1, 1e308, Double.POSITIVE_INFINITY}) {
        assertThat(scale.code(odd)).isBetween(1, Bins.TOP);
        assertThat(scale.deviation(odd) * scale.deviation(odd)).isLessThan(1e25);
      }
      assertThat(scale.code(Double.NaN)).isEqualTo(Bins.MISSING);
    }
  }
}
