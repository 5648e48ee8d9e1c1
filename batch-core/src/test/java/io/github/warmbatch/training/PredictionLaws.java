package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.dataset.DataSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a predictor is a value. */
public interface PredictionLaws extends TrainerUnderTest {

  @Test
  default void predictsProbabilities() {
    TrainerRun<?> run = TrainerRun.begin(this);
    for (Batch batch : SampleRows.batches(4, 150)) {
      Predictor predictor = run.learn(batch).predictor();
      ProbabilityChecks.assertProbabilities(
          predictor.predict(SampleRows.of(200, 99).features()), 200);
      ProbabilityChecks.assertProbabilities(predictor.predict(SampleRows.of(0, 1).features()), 0);
    }
  }

  @Test
  default void predictsTheSameWhateverIsLearnedLater() {
    List<Batch> batches = SampleRows.batches(6, 200);
    DataSet asked = SampleRows.of(150, 99).features();
    TrainerRun<?> run = TrainerRun.begin(this).learn(batches.subList(0, 2));
    Predictor early = run.predictor();
    List<Long> before = ProbabilityChecks.bits(early.predict(asked));

    run.learn(batches.subList(2, 6));

    assertThat(ProbabilityChecks.bits(early.predict(asked))).isEqualTo(before);
    assertThat(ProbabilityChecks.bits(run.predictor().predict(asked))).isNotEqualTo(before);
  }

  @Test
  default void predictsTheSameFromManyThreads() throws Exception {
    int threads = 8;
    DataSet asked = SampleRows.of(300, 99).features();
    Predictor predictor = TrainerRun.begin(this).learn(SampleRows.batches(4, 300)).predictor();
    List<Long> alone = ProbabilityChecks.bits(predictor.predict(asked));
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<List<List<Long>>> task =
        () -> {
          start.await();
          return IntStream.range(0, 20)
              .mapToObj(i -> ProbabilityChecks.bits(predictor.predict(asked)))
              .toList();
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<List<List<Long>>> answers :
          pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> task).toList())) {
        assertThat(answers.get()).allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
