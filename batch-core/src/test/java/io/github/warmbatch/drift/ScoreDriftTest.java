package io.github.warmbatch.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreDriftTest {
  private static final LabelClasses CLASSES = new LabelClasses(List.of("0", "1"));
  private static final ModelSpec SPEC =
      new ModelSpec(
          new TrainerInfo("any", 1, Map.of()),
          "label",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          1);

  private final Random random = new Random(20_260_101);

  /** Rows of which so many are to be found, scored the higher the better the model is. */
  private Scorecard card(int rows, int positives, double quality) {
    int[] labels = new int[rows];
    double[] probabilities = new double[2 * rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row < positives ? 1 : 0;
      double logit = random.nextGaussian() + quality * labels[row] - 2;
      probabilities[2 * row + 1] = 1 / (1 + Math.exp(-logit));
      probabilities[2 * row] = 1 - probabilities[2 * row + 1];
    }
    return Scorecard.of(new Predictions(CLASSES, probabilities), labels, CLASSES, SPEC);
  }

  private List<Scorecard> cards(int count, int rows, int positives, double quality) {
    List<Scorecard> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cards.add(card(rows, positives, quality));
    }
    return cards;
  }

  @Test
  void whereTheModelStaysAsGoodThereIsHardlyEverAnAlarm() {
    int alarms = 0;
    int tried = 0;
    for (int lineage = 0; lineage < 20; lineage++) {
      List<Scorecard> all = cards(50, 300, 3 + 2 * lineage, 1 + 0.1 * lineage);
      for (int now = 0; now < all.size(); now++) {
        List<Scorecard> before = all.subList(now + 1, all.size());
        alarms += ScoreDrift.finding(all.get(now), before).isPresent() ? 1 : 0;
        tried++;
      }
    }
    System.out.printf("drift: %d false alarms in %d scores%n", alarms, tried);
    assertThat(alarms).isLessThanOrEqualTo(tried / 300);
  }

  @Test
  void aModelThatBecomesBlindIsFound() {
    List<Scorecard> before = cards(8, 2000, 60, 4);

    Optional<DriftFinding> found = ScoreDrift.finding(card(2000, 60, 1.5), before);

    assertThat(found).isPresent();
    assertThat(found.get().kind()).isEqualTo(DriftFinding.Kind.SCORE);
    assertThat(found.get().name()).isEqualTo("average precision");
    assertThat(found.get().statistic()).isGreaterThan(found.get().threshold());
    assertThat(found.get().evidence())
        .containsPattern("^0\\.\\d{4} before learning, 0\\.\\d{4} on average over the 8 data sets");
  }

  @Test
  void oneBadDayHidesNothingAndWhatIsBadForGoodIsToldOnce() {
    List<Scorecard> before = new ArrayList<>(cards(7, 2000, 60, 4));
    before.add(card(2000, 60, 1));
    before.addAll(cards(5, 2000, 60, 4));
    Scorecard blind = card(2000, 60, 0);
    assertThat(ScoreDrift.finding(blind, before)).isPresent();

    before.add(0, blind);
    assertThat(ScoreDrift.finding(card(2000, 60, 0), before)).isEmpty();
  }

  @Test
  void aModelThatBecomesBetterIsNoDrift() {
    assertThat(ScoreDrift.finding(card(2000, 60, 5), cards(8, 2000, 60, 1.5))).isEmpty();
  }

  @Test
  void fewScoresAndScoresOfFewRowsToBeFoundSayNothing() {
    Scorecard blind = card(2000, 60, 0);
    assertThat(ScoreDrift.finding(blind, cards(5, 2000, 60, 4))).isEmpty();
    assertThat(ScoreDrift.finding(blind, cards(8, 2000, 4, 4))).isEmpty();
    assertThat(ScoreDrift.finding(card(2000, 4, 0), cards(8, 2000, 60, 4))).isEmpty();
    assertThat(ScoreDrift.finding(card(2000, 0, 0), cards(8, 2000, 60, 4))).isEmpty();
    assertThat(ScoreDrift.finding(card(1, 1, 0), cards(8, 1, 1, 4))).isEmpty();
    assertThat(ScoreDrift.finding(null, cards(8, 2000, 60, 4))).isEmpty();
  }

  @Test
  void perfectScoresHaveASpreadOfTheirOwn() {
    List<Scorecard> perfect = cards(8, 200, 20, 1000);
    assertThat(ScoreDrift.finding(card(200, 20, 1000), perfect)).isEmpty();
    assertThat(ScoreDrift.finding(card(2000, 200, 0), perfect))
        .hasValueSatisfying(found -> assertThat(found.statistic()).isFinite());
  }
}
