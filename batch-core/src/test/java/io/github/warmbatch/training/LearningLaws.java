package io.github.warmbatch.training;

import static io.github.warmbatch.training.ProbabilityChecks.assertProbabilities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a trainer learns, and from any batch. */
public interface LearningLaws extends TrainerUnderTest {
  /** The classes after one more was met. */
  LabelClasses THREE = SampleRows.CLASSES.with(List.of("2"));

  @Test
  default void learnsAPattern() {
    TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(5, 400));
    SampleRows unseen = SampleRows.of(400, 99);

    assertThat(ProbabilityChecks.logLoss(run.predictor().predict(unseen.features()), unseen.labels))
        .isLessThan(promisedLossRatio() * ProbabilityChecks.priorLogLoss(unseen.labels));
  }

  @Test
  default void learnsTheSameFromTheSameBatches() {
    List<Batch> batches = SampleRows.batches(3, 100);
    SampleRows asked = SampleRows.of(100, 99);

    assertThat(TrainerRun.begin(this).learn(batches).bits(asked))
        .isEqualTo(TrainerRun.begin(this).learn(batches).bits(asked));
  }

  @Test
  default void hasNoPredictorBeforeItLearned() {
    TrainerRun<?> run = TrainerRun.begin(this);

    assertThatThrownBy(run::predictor).isInstanceOf(TrainingException.class);
  }

  @Test
  default void learnsAClassFirstMetInTheThirdBatch() {
    TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(2, 200));
    assertThat(run.predictor().classes()).isEqualTo(SampleRows.CLASSES);

    IntStream.range(3, 8).forEach(seed -> run.learn(withThirdClass(seed).batch(THREE)));

    SampleRows asked = withThirdClass(99);
    Predictions predictions = run.predictor().predict(asked.features());
    assertThat(run.predictor().classes()).isEqualTo(THREE);
    assertProbabilities(predictions, asked.labels.length);
    assertThat(meanOfThird(predictions, asked, true))
        .isGreaterThan(2 * meanOfThird(predictions, asked, false));
  }

  private static SampleRows withThirdClass(long seed) {
    SampleRows rows = SampleRows.of(200, seed);
    for (int row = 0; row < rows.labels.length; row++) {
      if (rows.amount[row] < 30) {
        rows.labels[row] = 2;
      }
    }
    return rows;
  }

  private static double meanOfThird(Predictions predictions, SampleRows rows, boolean third) {
    return IntStream.range(0, rows.labels.length)
        .filter(row -> (rows.labels[row] == 2) == third)
        .mapToDouble(row -> predictions.probability(row, 2))
        .average()
        .orElseThrow();
  }

  @Test
  default void learnsFromOneRow() {
    TrainerRun<?> run = TrainerRun.begin(this);
    IntStream.range(1, 4).forEach(seed -> run.learn(SampleRows.of(1, seed).batch()));

    assertProbabilities(run.predictor().predict(SampleRows.of(50, 99).features()), 50);
  }

  @Test
  default void learnsFromRowsOfOneClass() {
    SampleRows same = SampleRows.of(50, 1);
    Arrays.fill(same.labels, 0);
    TrainerRun<?> run = TrainerRun.begin(this).learn(same.batch(new LabelClasses(List.of("0"))));

    assertProbabilities(run.predictor().predict(SampleRows.of(50, 99).features()), 50);

    run.learn(SampleRows.batches(2, 100));
    assertThat(run.predictor().classes()).isEqualTo(SampleRows.CLASSES);
    assertProbabilities(run.predictor().predict(SampleRows.of(50, 99).features()), 50);
  }

  @Test
  default void isNotChangedByABatchOfNoRows() {
    Batch none = SampleRows.of(0, 1).batch();
    List<Batch> batches = SampleRows.batches(3, 100);
    SampleRows asked = SampleRows.of(100, 99);
    TrainerRun<?> run = TrainerRun.begin(this).learn(none);
    batches.forEach(batch -> run.learn(batch).learn(none));

    assertThat(run.bits(asked)).isEqualTo(TrainerRun.begin(this).learn(batches).bits(asked));
  }
}
