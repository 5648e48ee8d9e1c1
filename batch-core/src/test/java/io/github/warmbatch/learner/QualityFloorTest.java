package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the learners must be good for. */
class QualityFloorTest {
  private static final List<Batch> PAYMENTS = Streams.payments(26, 2000);
  private static final int[] LABELS = PAYMENTS.get(PAYMENTS.size() - 1).labels();

  private static double precision(WarmStartTrainer<?> trainer, String... entities) {
    return Streams.averagePrecision(Streams.last(trainer, PAYMENTS, entities), LABELS);
  }

  @Test
  void remembersWhichShopsWentBad() {
    double memoryless = precision(Learners.boosting());
    assertThat(memoryless).isLessThan(0.35);
    assertThat(precision(Learners.boosting(), "shop", "customer")).isGreaterThan(0.45);
    assertThat(precision(Learners.logistic(), "shop", "customer")).isGreaterThan(0.45);
  }

  @Test
  void tellsThePositiveClassesApart() {
    Predictions predictions = Streams.last(Learners.boosting(), PAYMENTS, "shop", "customer");
    int right = 0;
    int positives = 0;
    for (int row = 0; row < LABELS.length; row++) {
      if (LABELS[row] > 0) {
        positives++;
        boolean second = predictions.probability(row, 2) > predictions.probability(row, 1);
        right += (LABELS[row] == 2) == second ? 1 : 0;
      }
    }
    assertThat(right).isGreaterThan(positives * 9 / 10);
  }

  @Test
  void promisesAsManyPositivesAsThereAre() {
    for (WarmStartTrainer<?> trainer : List.of(Learners.boosting(), Learners.logistic())) {
      Predictions predictions = Streams.last(trainer, PAYMENTS, "shop", "customer");
      double promised = 0;
      int positives = 0;
      for (int row = 0; row < LABELS.length; row++) {
        promised += 1 - predictions.probability(row, 0);
        positives += LABELS[row] > 0 ? 1 : 0;
      }
      assertThat(promised).isCloseTo(positives, within(0.25 * positives));
    }
  }

  @Test
  void learnsInteractionsAmongAHundredColumnsWithoutEntitiesOrTime() {
    List<Batch> batches = Streams.numbers(10, 1500, 100);
    Predictions predictions = Streams.last(Learners.boosting(), batches);
    assertThat(Streams.averagePrecision(predictions, batches.get(9).labels())).isGreaterThan(0.8);
  }
}
