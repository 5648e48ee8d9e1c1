package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.SampleRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** States of format 1 as they were written once, never to be made again, and what they predict. */
class GoldenStatesTest {

  static Stream<WekaTrainer> trainers() {
    return Stream.of(
        WekaTrainers.hoeffdingTree().with("grace-period", "50").with("tie-threshold", "0.5"),
        WekaTrainers.naiveBayes(),
        WekaTrainers.logisticRegression(),
        WekaTrainers.replay("weka.classifiers.trees.RandomForest")
            .with("options", "-I 5")
            .with("rows", "60"),
        WekaTrainers.updateable("weka.classifiers.lazy.IBk")
            .with("options", "-K 3")
            .with("window", "60"));
  }

  private static InputStream file(WekaTrainer trainer, String kind) {
    String name = "states-format-1/" + trainer.info().name() + "." + kind;
    return Objects.requireNonNull(GoldenStatesTest.class.getResourceAsStream(name), name);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void areReadAndPredictAsTheyDid(WekaTrainer trainer) throws IOException {
    try (InputStream state = file(trainer, "state");
        InputStream expected = file(trainer, "predictions")) {
      WekaState read = trainer.codec().read(state, SampleRows.spec(trainer));
      Predictions predictions = trainer.predictor(read).predict(SampleRows.of(20, 99).features());

      assertThat(IntStream.range(0, 20).mapToObj(row -> predictions.probability(row, 1)))
          .containsExactlyElementsOf(
              new String(expected.readAllBytes(), StandardCharsets.US_ASCII)
                  .lines()
                  .map(Double::valueOf)
                  .toList());
      assertThat(trainer.train(read, SampleRows.of(20, 5).batch()).rows()).isEqualTo(470);
    }
  }
}
