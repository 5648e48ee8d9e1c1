package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.SampleRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each classifier that may be asked for, whatever Weka makes of it. */
class ClassifierKindsTest {
  private static final int ASKED = 60;

  static Stream<WekaTrainer> trainers() {
    return Stream.concat(
        ClassifierKinds.BATCH.keySet().stream()
            .map(name -> WekaTrainers.replay(name).with("rows", "200")),
        ClassifierKinds.UPDATEABLE.keySet().stream()
            .map(name -> WekaTrainers.updateable(name).with("window", "200")));
  }

  static Stream<Map.Entry<String, ClassifierKind>> kinds() {
    return Stream.concat(
        ClassifierKinds.BATCH.entrySet().stream(), ClassifierKinds.UPDATEABLE.entrySet().stream());
  }

  private static WekaState learned(WekaTrainer trainer, List<Batch> batches) {
    WekaState state = trainer.initial(SampleRows.spec(trainer));
    for (Batch batch : batches) {
      state = trainer.train(state, batch);
    }
    return state;
  }

  private static WekaState reread(WekaTrainer trainer, WekaState state) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    trainer.codec().write(state, saved);
    return trainer.codec().read(new ByteArrayInputStream(saved.toByteArray()), state.spec());
  }

  private static List<Double> answers(Predictor predictor, DataSet rows) {
    Predictions predictions = predictor.predict(rows);
    return IntStream.range(0, rows.rows())
        .mapToObj(row -> predictions.probability(row, 1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void goesOnFromAFileAsThoughItHadNotBeenAway(WekaTrainer trainer) throws IOException {
    List<Batch> batches = SampleRows.batches(4, 90);
    DataSet asked = SampleRows.of(ASKED, 99).features();
    WekaState resumed = reread(trainer, learned(trainer, batches.subList(0, 2)));
    for (Batch batch : batches.subList(2, 4)) {
      resumed = reread(trainer, trainer.train(resumed, batch));
    }

    assertThat(answers(trainer.predictor(resumed), asked))
        .isEqualTo(answers(trainer.predictor(learned(trainer, batches)), asked));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void answersTheSameWhateverItWasAskedBefore(WekaTrainer trainer) throws IOException {
    WekaState state = learned(trainer, SampleRows.batches(2, 90));
    DataSet asked = SampleRows.of(ASKED, 99).features();
    Predictor fresh = trainer.predictor(reread(trainer, state));
    Predictor used = trainer.predictor(state);
    used.predict(SampleRows.of(ASKED, 50).features());
    used.predict(odd());

    assertThat(answers(used, asked)).isEqualTo(answers(fresh, asked));
  }

  /** Farther away than any row that was learned, and without values. */
  private static DataSet odd() {
    return OddRows.of(ASKED);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void tellsClassesApart(WekaTrainer trainer) {
    SampleRows unseen = SampleRows.of(400, 99);
    Predictor predictor = trainer.predictor(learned(trainer, SampleRows.batches(4, 200)));
    List<Double> answers = answers(predictor, unseen.features());
    int[] labels = unseen.batch().labels();
    double one = mean(answers, labels, 1);
    double other = mean(answers, labels, 0);

    assertThat(one).isGreaterThan(other + 0.15);
  }

  private static double mean(List<Double> answers, int[] labels, int label) {
    return IntStream.range(0, labels.length)
        .filter(row -> labels[row] == label)
        .mapToDouble(answers::get)
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void takesEachOfItsOptionsAtEitherEnd(Map.Entry<String, ClassifierKind> entry) {
    for (ClassifierOption option : entry.getValue().options()) {
      for (String end : ends(option)) {
        List<String> words = new ArrayList<>(List.of(option.name()));
        if (option.takesNumber()) {
          assertThat(option.takes(end)).isTrue();
          words.add(end);
        }
        Recipe recipe =
            new Recipe(entry.getKey(), entry.getValue(), besideOthers(entry.getKey(), words));
        assertThatCode(() -> recipe.classifier(1))
            .as("%s %s", entry.getKey(), words)
            .doesNotThrowAnyException();
      }
    }
  }

  private static List<String> ends(ClassifierOption option) {
    return option.kind() == ClassifierOption.Kind.WHOLE
        ? List.of(Integer.toString((int) option.least()), Integer.toString((int) option.most()))
        : List.of(Double.toString(option.least()), Double.toString(option.most()));
  }

  /** J48 takes a number of folds beside what uses them alone. */
  private static List<String> besideOthers(String name, List<String> words) {
    boolean folds = name.equals("weka.classifiers.trees.J48") && words.get(0).equals("-N");
    return folds ? List.of("-R", words.get(0), words.get(1)) : words;
  }
}
