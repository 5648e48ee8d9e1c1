package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.SampleRows;
import io.github.warmbatch.training.TrainingException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WekaTrainerTest {

  /** Those whose states have formats of their own. */
  static Stream<WekaTrainer> ownFormats() {
    return Stream.of(
        WekaTrainers.hoeffdingTree(), WekaTrainers.naiveBayes(), WekaTrainers.logisticRegression());
  }

  /** Those of classifiers by name, which keep rows. */
  static Stream<WekaTrainer> byName() {
    return Stream.of(
        WekaTrainers.replay("weka.classifiers.trees.J48"),
        WekaTrainers.updateable("weka.classifiers.lazy.IBk").with("options", "-K 9"));
  }

  static Stream<WekaTrainer> trainers() {
    return Stream.concat(ownFormats(), byName());
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void refusesMoreClassesThanItsOptionAllows(WekaTrainer trainer) {
    WekaTrainer narrow = trainer.with("max-classes", "2");
    WekaState state = narrow.initial(SampleRows.spec(narrow));
    Batch batch = SampleRows.of(10, 1).batch(new LabelClasses(List.of("0", "1", "2")));

    assertThatThrownBy(() -> narrow.train(state, batch))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("max-classes")
        .hasMessageContaining("'label'");
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void refusesClassesThatDoNotContinueTheOnesBefore(WekaTrainer trainer) {
    WekaState state = trainer.initial(SampleRows.spec(trainer));
    WekaState learned = trainer.train(state, SampleRows.of(10, 1).batch());
    Batch batch = SampleRows.of(10, 2).batch(new LabelClasses(List.of("1", "0")));

    assertThatThrownBy(() -> trainer.train(learned, batch))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("[1, 0]");
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void endsTrainingWhenInterruptedAndLeavesTheStateAsItWas(WekaTrainer trainer) {
    Batch batch = SampleRows.of(200, 2).batch();
    WekaState state =
        trainer.train(trainer.initial(SampleRows.spec(trainer)), SampleRows.of(200, 1).batch());
    Predictions before = trainer.predictor(state).predict(batch.features());

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> trainer.train(state, batch))
          .isInstanceOf(TrainingException.class)
          .hasMessage("Training was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    Predictions after = trainer.predictor(state).predict(batch.features());
    assertThat(after.probability(17, 1)).isEqualTo(before.probability(17, 1));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void namesTheColumnThatIsNotTheModels(WekaTrainer trainer) {
    WekaState state = trainer.initial(SampleRows.spec(trainer));
    WekaState learned = trainer.train(state, SampleRows.of(10, 1).batch());
    DataSet none = new DataSet(3, List.of());

    assertThatThrownBy(() -> trainer.predictor(learned).predict(none))
        .isInstanceOf(TrainingException.class)
        .hasMessage("The columns are not those of the model: column 1, amount DECIMAL, is missing");
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void givesAClassThatHasNoRowsYetLittleProbability(WekaTrainer trainer) {
    LabelClasses three = SampleRows.CLASSES.with(List.of("2"));
    WekaState state =
        trainer.train(
            trainer.train(
                trainer.initial(SampleRows.spec(trainer)), SampleRows.of(2000, 1).batch()),
            SampleRows.of(1, 2).batch(three));
    Predictions predictions = trainer.predictor(state).predict(SampleRows.of(100, 99).features());

    for (int row = 0; row < 100; row++) {
      assertThat(predictions.probability(row, 2)).isLessThan(0.25);
    }
  }
}
