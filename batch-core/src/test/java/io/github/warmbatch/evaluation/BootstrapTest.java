package io.github.warmbatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {
  private static final LabelClasses NO_YES = new LabelClasses(List.of("no", "yes"));
  private static final ModelSpec SPEC =
      new ModelSpec(
          new TrainerInfo("any", 1, Map.of()),
          "label",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          1);

  @ParameterizedTest
  @CsvSource({"2000, 0.02, 1e6", "2000, 0.4, 1e6", "1000, 0.05, 20", "4000, 0.9, 1e6"})
  void theIntervalIsThatOfDrawingRowsOneByOne(int rows, double share, double steps) {
    Sample sample = Sample.of(rows, share, steps);
    double[] resampled = new double[1000];
    Random random = new Random(5);
    for (int i = 0; i < resampled.length; i++) {
      resampled[i] = sample.drawn(random).averagePrecision();
    }
    Arrays.sort(resampled);
    double width = resampled[974] - resampled[25];

    Interval interval = Objects.requireNonNull(sample.interval());

    assertThat(interval.low()).isCloseTo(resampled[25], within(width / 5));
    assertThat(interval.high()).isCloseTo(resampled[974], within(width / 5));
  }

  @Test
  void theFigureItselfIsWithinAndTheSameRowsGiveTheSameInterval() {
    Sample sample = Sample.of(500, 0.1, 1e6);
    Interval interval = Objects.requireNonNull(sample.interval());

    assertThat(sample.averagePrecision()).isBetween(interval.low(), interval.high());
    assertThat(sample.interval()).isEqualTo(interval);
  }

  @Test
  void fewPositivesTellTooLittle() {
    double[] scores = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4};

    assertThat(new Sample(scores, new int[] {1, 1, 0, 1, 1, 0}).interval()).isNull();
    assertThat(new Sample(scores, new int[] {1, 1, 0, 1, 1, 1}).interval()).isNotNull();
    assertThat(new Sample(scores, new int[6]).interval()).isNull();
  }

  @Test
  void aModelThatMakesNoMistakeHasNoSpread() {
    int[] labels = IntStream.range(0, 100).map(row -> row < 30 ? 1 : 0).toArray();
    double[] scores = Arrays.stream(labels).mapToDouble(label -> label).toArray();

    assertThat(new Sample(scores, labels).interval()).isEqualTo(new Interval(1, 1));
  }

  /** Scores of rows and whether each is positive. */
  private static final class Sample {
    private final double[] scores;
    private final int[] labels;

    Sample(double[] scores, int[] labels) {
      this.scores = scores;
      this.labels = labels;
    }

    static Sample of(int rows, double share, double steps) {
      Random random = new Random(3);
      int[] labels =
          IntStream.range(0, rows).map(row -> random.nextDouble() < share ? 1 : 0).toArray();
      double[] scores =
          Arrays.stream(labels)
              .mapToDouble(label -> Math.min(1, 0.25 * label + 0.75 * random.nextDouble()))
              .map(score -> Math.round(score * steps) / steps)
              .toArray();
      return new Sample(scores, labels);
    }

    Sample drawn(Random random) {
      int[] rows =
          IntStream.range(0, labels.length).map(row -> random.nextInt(labels.length)).toArray();
      return new Sample(
          Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray(),
          Arrays.stream(rows).map(row -> labels[row]).toArray());
    }

    double averagePrecision() {
      return Objects.requireNonNull(ranking().averagePrecision());
    }

    @Nullable Interval interval() {
      return Bootstrap.of(ranking());
    }

    private Ranking ranking() {
      double[] probabilities =
          Arrays.stream(scores)
              .flatMap(score -> Arrays.stream(new double[] {1 - score, score}))
              .toArray();
      return Ranking.of(new Predictions(NO_YES, probabilities), labels, NO_YES, SPEC);
    }
  }
}
