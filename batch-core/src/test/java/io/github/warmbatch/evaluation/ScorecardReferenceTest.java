package io.github.warmbatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our figures against scikit-learn's, which {@code src/test/python/scorecards.py} wrote down. */
class ScorecardReferenceTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void figuresAreThoseOfScikitLearn(Case reference) {
    Scorecard card = reference.score();

    assertThat(card.rows()).isEqualTo(reference.count("rows"));
    assertThat(card.positives()).isEqualTo(reference.count("positives"));
    assertThat(card.classes()).isEqualTo(reference.classes().names());
    reference.assertFigure("averagePrecision", card.averagePrecision());
    reference.assertFigure("baseRate", card.baseRate());
    reference.assertFigure("accuracy", card.accuracy());
    reference.assertFigure("majorityAccuracy", card.majorityAccuracy());
    reference.assertFigure("logLoss", card.logLoss());
    reference.assertFigure("precisionAt100", card.precisionAt100());
    reference.assertFigure("recallAt100", card.recallAt100());
    assertThat(card.confusion()).isEqualTo(reference.confusion());
    for (int label = 0; label < card.classes().size(); label++) {
      assertFigure("recall of " + label, card.recall(label), reference.recall(label));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rankingAndCalibrationAreThoseOfScikitLearn(Case reference) {
    Scorecard card = reference.score();

    for (Figure figure :
        List.of(Figure.ROC_AUC, Figure.PRECISION_AT_POSITIVES, Figure.EXPECTED_CALIBRATION_ERROR)) {
      reference.assertFigure(figure.jsonName(), figure.of(card));
    }
    List<Calibration.Bin> bins = Objects.requireNonNull(card.profile()).calibration().bins();
    Json expected = reference.expected("calibration");
    assertThat(bins).hasSameSizeAs(expected.get("rows").list());
    for (int i = 0; i < bins.size(); i++) {
      assertThat(bins.get(i).rows())
          .isEqualTo(expected.get("rows").list().get(i).number().longValue());
      assertFigure("observed", bins.get(i).observed(), expected.get("observed").list().get(i));
      assertFigure("predicted", bins.get(i).predicted(), expected.get("predicted").list().get(i));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theCurveIsThatOfScikitLearnOrFiftyOfItsPoints(Case reference) {
    Scorecard card = reference.score();
    List<CurvePoint> points = Objects.requireNonNull(card.profile()).curve();
    List<Json> expected = reference.expected("curve").list();

    assertThat(points).hasSize(Math.min(expected.size(), Curve.MOST));
    int next = 0;
    for (CurvePoint point : points) {
      double recall = (double) point.found() / card.positives();
      while (Math.abs(expected.get(next).list().get(0).number().doubleValue() - recall)
          > TOLERANCE) {
        next++;
      }
      assertFigure("precision", point.precision(), expected.get(next).list().get(1));
    }
    assertThat(points.isEmpty() || next == expected.size() - 1).as("reaches full recall").isTrue();
  }

  private static void assertFigure(String name, @Nullable Double figure, Json expected) {
    if (expected.value() == null) {
      assertThat(figure).as(name).isNull();
    } else {
      assertThat(figure).as(name).isCloseTo(expected.number().doubleValue(), within(TOLERANCE));
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ScorecardReferenceTest.class.getResourceAsStream("scorecards.json"))) {
      return JSON.std.listOfFrom(Object.class, in).stream().map(Json::new).map(Case::new);
    }
  }

  /** A value of the fixture, asked for by its type. */
  private record Json(@Nullable Object value) {
    Json get(String key) {
      return new Json(((Map<?, ?>) Objects.requireNonNull(value)).get(key));
    }

    List<Json> list() {
      return ((List<?>) Objects.requireNonNull(value)).stream().map(Json::new).toList();
    }

    Number number() {
      return (Number) Objects.requireNonNull(value);
    }
  }

  /** One case of the fixture. */
  private record Case(Json json) {
    LabelClasses classes() {
      int classes = json.get("classes").number().intValue();
      return new LabelClasses(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    Scorecard score() {
      double[] probabilities =
          json.get("probabilities").list().stream()
              .flatMap(row -> row.list().stream())
              .mapToDouble(value -> value.number().doubleValue())
              .toArray();
      int[] labels =
          json.get("labels").list().stream().mapToInt(value -> value.number().intValue()).toArray();
      LabelClasses known =
          new LabelClasses(classes().names().subList(0, probabilities.length / labels.length));
      return Scorecard.of(new Predictions(known, probabilities), labels, classes(), spec());
    }

    private ModelSpec spec() {
      Json named = json.get("positiveClasses");
      List<String> positives =
          named.value() == null
              ? List.of()
              : named.list().stream().map(value -> value.number().toString()).toList();
      TrainerInfo trainer = new TrainerInfo("any", 1, Map.of());
      return new ModelSpec(trainer, "label", List.of(), List.of(), List.of(), positives, 1);
    }

    long count(String name) {
      return json.get("expected").get(name).number().longValue();
    }

    List<List<Long>> confusion() {
      return json.get("expected").get("confusion").list().stream()
          .map(row -> row.list().stream().map(count -> count.number().longValue()).toList())
          .toList();
    }

    void assertFigure(String name, @Nullable Double figure) {
      ScorecardReferenceTest.assertFigure(name, figure, expected(name));
    }

    Json expected(String name) {
      return json.get("expected").get(name);
    }

    Json recall(int label) {
      return expected("recalls").list().get(label);
    }

    @Override
    public String toString() {
      return String.valueOf(json.get("name").value());
    }
  }
}
