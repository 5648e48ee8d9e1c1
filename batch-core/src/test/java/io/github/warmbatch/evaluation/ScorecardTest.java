package io.github.warmbatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorecardTest {
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

  @Test
  void withoutARowEveryMeasureIsUndefined() {
    Scorecard card = score(new double[0]);

    assertThat(card)
        .isEqualTo(
            new Scorecard(
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("no", "yes"),
                List.of(List.of(0L, 0L), List.of(0L, 0L)),
                new ScoreProfile(null, null, null, new Calibration(List.of()), List.of())));
    assertThat(card.recall(0)).isNull();
  }

  @Test
  void withoutAPositiveRowPrecisionIsZeroAndRecallIsUndefined() {
    Scorecard card = score(new double[] {0.1, 0.9, 0.5}, 0, 0, 0);

    assertThat(card.averagePrecision()).isNull();
    assertThat(card.recallAt100()).isNull();
    assertThat(card.baseRate()).isEqualTo(0.0);
    assertThat(card.precisionAt100()).isEqualTo(0.0);
  }

  @Test
  void aModelThatTellsNothingApartGetsTheBaseRateWhereverThePositivesStand() {
    int[] first = IntStream.range(0, 1000).map(row -> row < 40 ? 1 : 0).toArray();
    int[] last = IntStream.range(0, 1000).map(row -> row < 960 ? 0 : 1).toArray();
    double[] same = new double[1000];
    Arrays.fill(same, 0.3);

    Scorecard card = score(same, first);

    assertThat(card.precisionAt100()).isEqualTo(score(same, last).precisionAt100());
    assertThat(card.averagePrecision()).isEqualTo(score(same, last).averagePrecision());
    assertThat(card.averagePrecision()).isCloseTo(0.04, within(1e-15));
    assertThat(card.precisionAt100()).isCloseTo(0.04, within(1e-15));
    assertThat(card.recallAt100()).isCloseTo(0.1, within(1e-15));
    assertThat(card.accuracy()).isEqualTo(card.majorityAccuracy()).isEqualTo(0.96);
  }

  @Test
  void aModelThatTellsNothingApartHasACurveOfOnePointAndAnAreaOfAHalf() {
    double[] same = new double[1000];
    Arrays.fill(same, 0.3);
    ScoreProfile profile =
        profile(score(same, IntStream.range(0, 1000).map(row -> row < 40 ? 1 : 0).toArray()));

    assertThat(profile.rocAuc()).isEqualTo(0.5);
    assertThat(profile.precisionAtPositives()).isCloseTo(0.04, within(1e-15));
    assertThat(profile.curve()).containsExactly(new CurvePoint(1000, 40));
    assertThat(profile.calibration().bins()).hasSize(1);
    assertThat(profile.calibration().expectedError()).isCloseTo(0.26, within(1e-12));
  }

  @Test
  void aScoreOnTheEdgeOfTwoBinsBelongsToTheLowerOneAndNoneIsOutside() {
    double[] scores = IntStream.rangeClosed(0, 10).mapToDouble(tenth -> tenth * 0.1).toArray();

    List<Calibration.Bin> bins = profile(score(scores, new int[11])).calibration().bins();

    assertThat(bins).hasSize(10);
    assertThat(bins)
        .extracting(Calibration.Bin::rows)
        .containsExactly(2L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L);
    assertThat(profile(score(new double[] {1.0000000000000002}, 1)).calibration().bins())
        .hasSize(1);
  }

  @Test
  void theOrderOfTheRowsChangesNothing() {
    int[] labels = IntStream.range(0, 500).map(row -> row % 7 == 0 ? 1 : 0).toArray();
    double[] scores = IntStream.range(0, 500).mapToDouble(row -> row * 31 % 40 / 40.0).toArray();

    int[] turnedLabels = IntStream.range(0, 500).map(row -> labels[499 - row]).toArray();
    double[] turned = IntStream.range(0, 500).mapToDouble(row -> scores[499 - row]).toArray();

    Scorecard card = score(scores, labels);
    Scorecard other = score(turned, turnedLabels);
    assertThat(card.averagePrecision()).isEqualTo(other.averagePrecision());
    assertThat(card.precisionAt100()).isEqualTo(other.precisionAt100());
    assertThat(card.recallAt100()).isEqualTo(other.recallAt100());
    assertThat(card.profile()).isEqualTo(other.profile());
  }

  @Test
  void positiveAndNegativeZeroAreTheSameScore() {
    assertThat(score(new double[] {-0.0, 0.0}, 1, 0).averagePrecision()).isEqualTo(0.5);
    assertThat(score(new double[] {-0.0, 0.0}, 0, 1).averagePrecision()).isEqualTo(0.5);
  }

  @Test
  void aClassThatTheModelHasNotMetCostsTheLeastProbabilityAndIsNeverPredicted() {
    Predictions onlyNo = new Predictions(new LabelClasses(List.of("no")), new double[] {1, 1});

    Scorecard card = Scorecard.of(onlyNo, new int[] {0, 1}, NO_YES, SPEC);

    assertThat(card.logLoss()).isCloseTo(-Math.log(1e-15) / 2, within(1e-12));
    assertThat(card.averagePrecision()).isEqualTo(0.5);
    assertThat(card.confusion()).isEqualTo(List.of(List.of(1L, 0L), List.of(1L, 0L)));
    assertThat(card.recall(0)).isEqualTo(1.0);
    assertThat(card.recall(1)).isEqualTo(0.0);
  }

  @Test
  void confusionHasTrueClassesAsRowsAndPredictedOnesAsColumns() {
    Scorecard card = score(new double[] {0.9, 0.8, 0.2, 0.1}, 0, 1, 1, 0);

    assertThat(card.confusion()).isEqualTo(List.of(List.of(1L, 1L), List.of(1L, 1L)));
    assertThat(score(new double[] {0.9, 0.8}, 0, 0).confusion())
        .isEqualTo(List.of(List.of(0L, 2L), List.of(0L, 0L)));
  }

  @Test
  void aProbabilityThatIsNoNumberIsRefusedWithItsRowAndClass() {
    assertThatThrownBy(() -> score(new double[] {0.5, Double.NaN}, 0, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "The model gave row 1 the probability NaN of class 'no'; its trainer is at fault");
  }

  @Test
  void rowsAndClassesThatDoNotBelongTogetherAreRefused() {
    assertThatThrownBy(() -> score(new double[] {0.5}, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 predictions for 2 labels");
    assertThatThrownBy(() -> score(new double[] {0.5}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Row 0 has label number 2 of 2 classes");
    assertThatThrownBy(
            () ->
                Scorecard.of(
                    new Predictions(NO_YES, new double[] {0.5, 0.5}),
                    new int[] {0},
                    new LabelClasses(List.of("yes", "no")),
                    SPEC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[no, yes]")
        .hasMessageContaining("[yes, no]");
  }

  private static ScoreProfile profile(Scorecard card) {
    return Objects.requireNonNull(card.profile());
  }

  /** A scorecard of two classes, given the probability of the second. */
  private static Scorecard score(double[] scores, int... labels) {
    double[] probabilities =
        Arrays.stream(scores)
            .flatMap(score -> Arrays.stream(new double[] {1 - score, score}))
            .toArray();
    return Scorecard.of(new Predictions(NO_YES, probabilities), labels, NO_YES, SPEC);
  }
}
