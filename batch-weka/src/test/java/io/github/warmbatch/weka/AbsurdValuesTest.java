package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.SampleRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a few values that are finite, and nothing else, do not spoil what is learned. */
class AbsurdValuesTest {
  /** What a greedy tree varies by when a row is another. */
  private static final double LITTLE = 0.1;

  static Stream<WekaTrainer> trainers() {
    return Stream.of(
        WekaTrainers.hoeffdingTree(),
        WekaTrainers.naiveBayes(),
        WekaTrainers.logisticRegression(),
        WekaTrainers.replay("weka.classifiers.functions.Logistic"),
        WekaTrainers.replay("weka.classifiers.trees.RandomForest").with("options", "-I 10"),
        WekaTrainers.updateable("weka.classifiers.lazy.IBk").with("options", "-K 15"));
  }

  /** How often a row of class 1 is taken to be one rather than a row of class 0. */
  private static double ranking(WekaTrainer trainer, List<Batch> batches) {
    WekaState state = trainer.initial(SampleRows.spec(trainer));
    for (Batch batch : batches) {
      state = trainer.train(state, batch);
    }
    SampleRows unseen = SampleRows.of(1000, 99);
    Predictions predictions = trainer.predictor(state).predict(unseen.features());
    double[] ones = answers(predictions, unseen.batch().labels(), 1);
    double[] noughts = answers(predictions, unseen.batch().labels(), 0);
    double above =
        DoubleStream.of(ones)
            .map(one -> DoubleStream.of(noughts).map(x -> x < one ? 1 : x == one ? 0.5 : 0).sum())
            .sum();
    return above / ones.length / noughts.length;
  }

  private static double[] answers(Predictions predictions, int[] labels, int label) {
    return IntStream.range(0, labels.length)
        .filter(row -> labels[row] == label)
        .mapToDouble(row -> predictions.probability(row, 1))
        .toArray();
  }

  /** Some batches, the one of this number having a few absurd amounts. */
  private static List<Batch> spoiled(int number) {
    List<Batch> batches = new ArrayList<>(SampleRows.batches(6, 400));
    Batch odd = OddRows.with(batches.get(number), 1e12, 17, 101);
    batches.set(number, OddRows.with(odd, -1e15, 230));
    return batches;
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void areGotOverInTheFirstBatch(WekaTrainer trainer) {
    assertThat(ranking(trainer, spoiled(0)))
        .isGreaterThan(ranking(trainer, SampleRows.batches(6, 400)) - LITTLE);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void areGotOverInALaterBatch(WekaTrainer trainer) {
    assertThat(ranking(trainer, spoiled(3)))
        .isGreaterThan(ranking(trainer, SampleRows.batches(6, 400)) - LITTLE);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void areGotOverWhereTheyAreTheVeryFirstRows(WekaTrainer trainer) {
    List<Batch> sound = new ArrayList<>(SampleRows.batches(6, 400));
    sound.add(0, SampleRows.of(2, 50).batch());
    List<Batch> spoiled = new ArrayList<>(sound);
    spoiled.set(0, OddRows.with(sound.get(0), 1e12, 0, 1));

    assertThat(ranking(trainer, spoiled)).isGreaterThan(ranking(trainer, sound) - LITTLE);
  }
}
