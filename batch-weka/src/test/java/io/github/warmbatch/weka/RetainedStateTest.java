package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.SampleRows;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainingSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a state of kept rows says of the classifier, and that nothing else is believed. */
class RetainedStateTest {
  private static final String J48 = "weka.classifiers.trees.J48";

  private static byte[] saved(WekaTrainer trainer) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    trainer.codec().write(learned(trainer), saved);
    return saved.toByteArray();
  }

  private static WekaState learned(WekaTrainer trainer) {
    return trainer.train(trainer.initial(SampleRows.spec(trainer)), SampleRows.of(100, 1).batch());
  }

  private static void refused(byte[] state, WekaTrainer trainer, TrainingSpec spec, String why) {
    assertThatThrownBy(() -> trainer.codec().read(new ByteArrayInputStream(state), spec))
        .isInstanceOf(StateFormatException.class)
        .hasMessage(why);
  }

  private static byte[] replaced(byte[] bytes, String old, String fresh) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).containsOnlyOnce(old);
    return text.replace(old, fresh).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void refusesAStateThatNamesAnotherClass() throws IOException {
    WekaTrainer trainer = WekaTrainers.replay(J48);
    byte[] forged = replaced(saved(trainer), J48, "org.evil.classifier.Loader");

    refused(
        forged,
        trainer,
        SampleRows.spec(trainer),
        "The state is of 'org.evil.classifier.Loader', not of 'weka.classifiers.trees.J48'");
  }

  @Test
  void refusesAStateOfOtherSwitches() throws IOException {
    WekaTrainer trainer = WekaTrainers.replay(J48);

    refused(
        saved(trainer.with("options", "-M 7")),
        trainer,
        SampleRows.spec(trainer),
        "The state is of 'weka.classifiers.trees.J48 -M 7', not of 'weka.classifiers.trees.J48'");
  }

  @Test
  void refusesAStateOfAnotherSeed() throws IOException {
    WekaTrainer trainer = WekaTrainers.replay(J48);
    ModelSpec model =
        new ModelSpec(trainer.info(), "label", List.of(), List.of(), List.of(), List.of(), 8);

    refused(
        saved(trainer),
        trainer,
        new TrainingSpec(SampleRows.FEATURES, model),
        "The state was drawn by another seed");
  }

  @Test
  void doesNotGrowBeyondTheRowsThatItKeeps() throws IOException {
    for (WekaTrainer trainer :
        List.of(
            WekaTrainers.replay(J48).with("rows", "200"),
            WekaTrainers.updateable("weka.classifiers.lazy.IBk").with("window", "200"))) {
      WekaState state = trainer.initial(SampleRows.spec(trainer));
      for (Batch batch : SampleRows.batches(10, 500)) {
        state = trainer.train(state, batch);
      }

      assertThat(state.model().length).isLessThan(200 * 8 * 8 + 500);
      assertThat(trainer.predictor(state).predict(SampleRows.of(9, 99).features()).rows())
          .isEqualTo(9);
    }
  }

  /** A sample that has as many rows of either class is no reason to see either as often. */
  @Test
  void tellsProbabilitiesOfTheRowsThatWereLearnedNotOfThoseThatAreKept() {
    WekaTrainer trainer =
        WekaTrainers.replay("weka.classifiers.functions.Logistic").with("rows", "200");
    WekaState state = trainer.initial(SampleRows.spec(trainer));
    for (int seed = 1; seed < 10; seed++) {
      state = trainer.train(state, rare(SampleRows.of(1000, seed).batch()));
    }
    SampleRows asked = SampleRows.of(2000, 99);
    Predictions predictions = trainer.predictor(state).predict(asked.features());
    int[] labels = rare(asked.batch()).labels();
    double share = Arrays.stream(labels).average().orElseThrow();

    double mean =
        IntStream.range(0, 2000)
            .mapToDouble(row -> predictions.probability(row, 1))
            .average()
            .orElseThrow();
    assertThat(share).isLessThan(0.07);
    assertThat(mean).isBetween(share / 2, share * 2);
  }

  /** Most ones become noughts, whatever they look like. */
  private static Batch rare(Batch batch) {
    int[] labels = batch.labels().clone();
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row % 6 == 0 ? labels[row] : 0;
    }
    return new Batch(batch.features(), labels, batch.classes());
  }
}
