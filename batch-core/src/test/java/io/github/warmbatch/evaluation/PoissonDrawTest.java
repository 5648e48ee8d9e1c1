package io.github.warmbatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonDrawTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 5, 32, 33, 1000})
  void meanAndVarianceAreThoseOfPoisson(long mean) {
    long[] means = new long[200_000];
    Arrays.fill(means, mean);
    long[] drawn = new long[means.length];

    new PoissonDraw(new SplittableRandom(7)).all(means, drawn);

    double average = Arrays.stream(drawn).average().orElseThrow();
    double variance =
        Arrays.stream(drawn)
            .mapToDouble(x -> (x - average) * (x - average))
            .average()
            .orElseThrow();
    assertThat(average).isCloseTo((double) mean, within(0.02 * (double) mean));
    assertThat(variance).isCloseTo((double) mean, within(0.02 * (double) mean));
  }

  @Test
  void noneOfNothingIsDrawn() {
    long[] drawn = {7};

    new PoissonDraw(new SplittableRandom(7)).all(new long[] {0}, drawn);

    assertThat(drawn).containsExactly(0);
  }
}
