package io.github.warmbatch.training;

import static io.github.warmbatch.training.ProbabilityChecks.assertProbabilities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.DataSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That no value harms a model, and that other columns than its own never reach it. */
public interface InputLaws extends TrainerUnderTest {

  @Test
  default void isNotPoisonedByMissingAndInfiniteValues() {
    SampleRows odd = SampleRows.of(200, 1);
    for (int row = 0; row < 200; row += 5) {
      odd.amount[row] = Double.POSITIVE_INFINITY;
      odd.amount[row + 1] = Double.NEGATIVE_INFINITY;
      odd.amount[row + 2] = Double.NaN;
      odd.countMissing.set(row + 3);
      odd.kind[row + 4] = -1;
    }
    TrainerRun<?> run = TrainerRun.begin(this).learn(odd.batch());
    assertProbabilities(run.predictor().predict(odd.features()), 200);

    run.learn(SampleRows.batches(6, 400).subList(1, 6));
    SampleRows unseen = SampleRows.of(400, 99);
    assertThat(ProbabilityChecks.logLoss(run.predictor().predict(unseen.features()), unseen.labels))
        .isLessThan(promisedLossRatio() * ProbabilityChecks.priorLogLoss(unseen.labels));
  }

  @Test
  default void predictsFiniteProbabilitiesAfterTheLargestNumbers() {
    SampleRows odd = extremes();
    TrainerRun<?> run = TrainerRun.begin(this).learn(odd.batch()).learn(odd.batch());

    assertProbabilities(run.predictor().predict(odd.features()), odd.labels.length);
    assertProbabilities(run.predictor().predict(SampleRows.of(50, 99).features()), 50);
  }

  @Test
  default void predictsForValuesThatNeverOccurred() {
    TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(2, 200));
    SampleRows odd = extremes();
    odd.kinds = List.of("", "never\u0000met", "x".repeat(10_000));

    assertProbabilities(run.predictor().predict(odd.features()), odd.labels.length);
  }

  private static SampleRows extremes() {
    SampleRows odd = SampleRows.of(60, 1);
    double[] amounts = {
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN,
      Double.MIN_VALUE,
      -0.0,
      1e200,
      -1e150
    };
    long[] numbers = {Long.MAX_VALUE, Long.MIN_VALUE, 0};
    for (int row = 0; row < 60; row++) {
      odd.amount[row] = amounts[row % amounts.length];
      odd.count[row] = numbers[row % 3];
      odd.at[row] = numbers[(row + 1) % 3];
    }
    odd.countMissing.set(7, 20);
    return odd;
  }

  @Test
  default void learnsWhereColumnsHaveNoValueAtAll() {
    SampleRows odd = SampleRows.of(100, 1);
    Arrays.fill(odd.amount, Double.NaN);
    Arrays.fill(odd.kind, -1);
    odd.countMissing.set(0, 100);
    TrainerRun<?> run = TrainerRun.begin(this).learn(odd.batch());

    assertProbabilities(run.predictor().predict(odd.features()), 100);
    assertProbabilities(run.predictor().predict(SampleRows.of(50, 99).features()), 50);
  }

  @Test
  default void refusesToLearnOtherColumns() {
    SampleRows rows = SampleRows.of(50, 2);
    for (DataSet other : OtherColumns.than(rows)) {
      TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(1, 50));
      Batch batch = new Batch(other, rows.labels, SampleRows.CLASSES);
      assertThatThrownBy(() -> run.learn(batch))
          .as("%s", other.schema())
          .isInstanceOf(TrainingException.class);
    }
  }

  @Test
  default void refusesToPredictForOtherColumns() {
    Predictor predictor = TrainerRun.begin(this).learn(SampleRows.batches(1, 50)).predictor();
    for (DataSet other : OtherColumns.than(SampleRows.of(50, 2))) {
      assertThatThrownBy(() -> predictor.predict(other))
          .as("%s", other.schema())
          .isInstanceOf(TrainingException.class);
    }
  }

  @Test
  default void doesNotWriteToWhatItIsGiven() {
    SampleRows rows = SampleRows.of(200, 1);
    rows.amount[3] = Double.NaN;
    rows.amount[4] = Double.POSITIVE_INFINITY;
    rows.countMissing.set(5);
    String before = rows.fingerprint();

    TrainerRun.begin(this).learn(rows.batch()).predictor().predict(rows.features());

    assertThat(rows.fingerprint()).isEqualTo(before);
  }
}
