package io.github.warmbatch.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.dataset.TextColumn;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainerInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns are found out, and which honest ones are left in peace. */
class ColumnScreenTest {
  private static final int ROWS = 4000;
  private static final int FRAUD_EVERY = 100;

  private final Random random = new Random(7);

  @Test
  void flagThatIsTheLabelIsALeak() {
    assertThat(leaksOf(wholes(ColumnType.BOOLEAN, row -> isFraud(row) ? 1 : 0)))
        .containsExactly(
            "x is 1 in all 40 rows of a positive class and in none of the other 3960 (found on 2001"
                + " rows, confirmed on the other 1999)");
  }

  @Test
  void flagOfThreeRowsAmongThousandsIsALeakAndOfTwoIsNot() {
    assertThat(leaks(flag(ROWS, 3), spec(), 0, 1, 2)).hasSize(1);
    assertThat(leaks(flag(ROWS, 2), spec(), 0, 1)).isEmpty();
  }

  @Test
  void flagThatErrsOnceIsHonest() {
    for (int wrong : new int[] {0, 100, 200, 300, 1, 2, 3, 4}) {
      assertThat(leaksOf(integers(row -> isFraud(row) ^ row == wrong ? 1 : 0)))
          .as("wrong in row %d", wrong)
          .isEmpty();
    }
  }

  @Test
  void fewValuesThatTellTheSidesApartAreALeakAsTextNumberAndTime() {
    IntToLongFunction value = row -> isFraud(row) ? 3 + row / FRAUD_EVERY % 2 : row % 3;
    String evidence = "is 3 or 4 in all 40 rows";

    assertThat(leaksOf(integers(value))).singleElement().asString().contains(evidence);
    assertThat(leaksOf(texts(row -> "" + value.applyAsLong(row))))
        .singleElement()
        .asString()
        .contains(evidence);
    assertThat(leaksOf(decimals(row -> value.applyAsLong(row) + 0.5)))
        .singleElement()
        .asString()
        .contains("is 3.5 or 4.5 in all 40 rows");
    assertThat(leaksOf(wholes(ColumnType.TIMESTAMP, row -> value.applyAsLong(row) * 1_000_000_000)))
        .singleElement()
        .asString()
        .contains("is 1970-01-01T00:00:03Z or 1970-01-01T00:00:04Z in all 40 rows");
  }

  @Test
  void severalValuesNeedMoreThanAFewRowsOfTheRarerSide() {
    Column code = integers(row -> row < 19 ? 5 + row % 2 : row % 5);
    int[] nineteen = IntStream.range(0, 19).toArray();

    assertThat(leaks(code, spec(), nineteen)).isEmpty();
  }

  @Test
  void whatIsThereForOneSideAloneIsALeak() {
    assertThat(leaksOf(texts(row -> isFraud(row) ? "case " + row : "")))
        .singleElement()
        .asString()
        .startsWith("x is there in all 40 rows of a positive class");
    assertThat(leaksOf(decimals(row -> isFraud(row) ? row + 0.25 : 0)))
        .singleElement()
        .asString()
        .startsWith("x is not 0 in all 40 rows");
  }

  @Test
  void thresholdOnAMeasureIsALeakOnlyWhereHundredsOfRowsSaySo() {
    IntToDoubleFunction measure = row -> random.nextDouble();
    Column few = decimals(row -> measure.applyAsDouble(row) + (isFraud(row) ? 2 : 0));
    Column many = decimals(row -> measure.applyAsDouble(row) - (row % 5 == 0 ? 2 : 0));

    assertThat(leaksOf(few)).isEmpty();
    assertThat(leaks(many, spec(), IntStream.range(0, 800).map(i -> 5 * i).toArray()))
        .singleElement()
        .asString()
        .startsWith("x is at most -1.0")
        .contains("in all 800 rows of a positive class");
  }

  @Test
  void measureThatErrsOnceInThousandsIsHonest() {
    Column measure = decimals(row -> row == 1 ? 9 : random.nextDouble() + (row % 5 == 0 ? 2 : 0));

    assertThat(leaks(measure, spec(), IntStream.range(0, 800).map(i -> 5 * i).toArray())).isEmpty();
  }

  @Test
  void sidesAreThoseOfThePositiveClassesThatWereNamed() {
    int[] labels = IntStream.range(0, ROWS).map(row -> row % 3).toArray();
    Column second = integers(row -> row % 3 == 1 ? 1 : 0);
    LabelClasses classes = new LabelClasses(List.of("a", "b", "c"));

    assertThat(screen(second, labels, classes, spec()).leaks()).isEmpty();
    assertThat(screen(second, labels, classes, specOf(List.of("b"))).leaks()).hasSize(1);
  }

  @Test
  void nothingIsSaidOfOneClassOrOfASmallBatch() {
    assertThat(leaks(flag(ROWS, 0), spec())).isEmpty();
    assertThat(leaks(flag(20, 10), spec(), IntStream.range(0, 10).toArray())).isEmpty();
  }

  @Test
  void orderOfTheFileDoesNotMatter() {
    assertThat(leaks(flag(ROWS, 40), spec(), IntStream.range(0, 40).toArray())).hasSize(1);
  }

  @Test
  void numbersGivenOutOneByOneAreAnIdentifier() {
    assertThat(identifiersOf(integers(row -> 5000 + row)))
        .containsExactly(
            "x holds 4000 different whole numbers from 5000 to 8999 in 4000 rows, each above the"
                + " last");
    assertThat(identifiersOf(integers(row -> row * 2767L % 4001))).hasSize(1);
    assertThat(identifiersOf(decimals(row -> row == 3 ? Double.NaN : row))).hasSize(1);
    assertThat(identifiersOf(integers(row -> row == 17 ? 16 : row))).hasSize(1);
  }

  @Test
  void measuredWholeNumbersAreNoIdentifier() {
    assertThat(identifiersOf(integers(row -> random.nextInt(86_400)))).isEmpty();
    assertThat(identifiersOf(integers(row -> random.nextInt(2_000_000_000)))).isEmpty();
    assertThat(identifiersOf(integers(row -> row * 21L))).hasSize(1);
    assertThat(identifiersOf(integers(row -> row / 2))).isEmpty();
    assertThat(identifiersOf(decimals(row -> row + 0.5))).isEmpty();
  }

  @Test
  void fewRowsAreNotEnoughForAnIdentifier() {
    assertThat(identifiers(40, row -> row)).isEmpty();
    assertThat(identifiers(42, row -> row)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 1_000_000, 1_000_000_000})
  void timesAreNoIdentifier(long tick) {
    assertThat(identifiersOf(integers(row -> (1_522_540_800L + row) * tick))).isEmpty();
    assertThat(identifiersOf(wholes(ColumnType.TIMESTAMP, row -> row))).isEmpty();
  }

  @Test
  void textThatNeverComesTwiceIsAnIdentifier() {
    assertThat(identifiersOf(texts(row -> "T" + row)))
        .containsExactly("x holds 4000 different texts in 4000 rows");
    assertThat(identifiersOf(texts(row -> "T" + row % 3900))).isEmpty();
    assertThat(identifiersOf(texts(row -> row < 999 ? "T" + row : ""))).isEmpty();
  }

  @Test
  void whatIsWantedIsNoIdentifier() {
    Column key = integers(row -> row);
    ModelSpec entity =
        new ModelSpec(trainer(Map.of()), "label", List.of(), List.of("x"), List.of(), List.of(), 1);
    ModelSpec time =
        new ModelSpec(
            trainer(Map.of("time", "x")), "label", List.of(), List.of(), List.of(), List.of(), 1);

    assertThat(screen(key, entity).identifiers()).isEmpty();
    assertThat(screen(key, time).identifiers()).isEmpty();
  }

  @Test
  void nothingIsSaidOfAKeptColumn() {
    Batch batch = batch(integers(row -> isFraud(row) ? 1 : 0), frauds(), twoClasses());

    assertThat(ColumnScreen.of(batch, spec(), List.of("x")).leaks()).isEmpty();
  }

  @Test
  void noiseIsNeverFoundOut() {
    for (int trial = 0; trial < 200; trial++) {
      int values = 2 + trial % 20;
      ColumnScreen screen = screen(integers(row -> random.nextInt(values)), spec());
      assertThat(screen.leaks()).isEmpty();
      assertThat(screen.identifiers()).isEmpty();
    }
  }

  private static boolean isFraud(int row) {
    return row % FRAUD_EVERY == 0;
  }

  private static int[] frauds() {
    return IntStream.range(0, ROWS).map(row -> isFraud(row) ? 1 : 0).toArray();
  }

  private static List<String> leaksOf(Column column) {
    return told(screen(column, spec()).leaks());
  }

  private static List<String> leaks(Column column, ModelSpec spec, int... positives) {
    BitSet positive = new BitSet();
    IntStream.of(positives).forEach(positive::set);
    IntPredicate isPositive = positive::get;
    int[] labels =
        IntStream.range(0, column.rows()).map(row -> isPositive.test(row) ? 1 : 0).toArray();
    return told(screen(column, labels, twoClasses(), spec).leaks());
  }

  private static List<String> identifiersOf(Column column) {
    return told(screen(column, spec()).identifiers());
  }

  private static List<String> identifiers(int rows, IntToLongFunction value) {
    long[] values = IntStream.range(0, rows).mapToLong(value).toArray();
    Column column = new LongColumn(new Field("x", ColumnType.INTEGER), values);
    return told(screen(column, new int[rows], twoClasses(), spec()).identifiers());
  }

  private static ColumnScreen screen(Column column, ModelSpec spec) {
    return screen(column, frauds(), twoClasses(), spec);
  }

  private static ColumnScreen screen(
      Column column, int[] labels, LabelClasses classes, ModelSpec spec) {
    return ColumnScreen.of(batch(column, labels, classes), spec, List.of());
  }

  private static Batch batch(Column column, int[] labels, LabelClasses classes) {
    return new Batch(new DataSet(labels.length, List.of(column)), labels, classes);
  }

  private static List<String> told(List<Finding> findings) {
    return findings.stream().map(Finding::toString).toList();
  }

  private static LabelClasses twoClasses() {
    return new LabelClasses(List.of("0", "1"));
  }

  private static ModelSpec spec() {
    return specOf(List.of());
  }

  private static ModelSpec specOf(List<String> positives) {
    return new ModelSpec(trainer(Map.of()), "label", List.of(), List.of(), List.of(), positives, 1);
  }

  private static TrainerInfo trainer(Map<String, String> options) {
    return new TrainerInfo("test", 1, options);
  }

  private static Column flag(int rows, int first) {
    return new LongColumn(
        new Field("x", ColumnType.INTEGER),
        IntStream.range(0, rows).mapToLong(row -> row < first ? 1 : 0).toArray());
  }

  private static Column integers(IntToLongFunction value) {
    return wholes(ColumnType.INTEGER, value);
  }

  private static Column wholes(ColumnType type, IntToLongFunction value) {
    return new LongColumn(
        new Field("x", type), IntStream.range(0, ROWS).mapToLong(value).toArray());
  }

  private static Column decimals(IntToDoubleFunction value) {
    return new DoubleColumn(
        new Field("x", ColumnType.DECIMAL), IntStream.range(0, ROWS).mapToDouble(value).toArray());
  }

  private static Column texts(IntFunction<String> value) {
    List<String> dictionary = new ArrayList<>();
    int[] codes = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      String text = value.apply(row);
      if (!text.isEmpty() && !dictionary.contains(text)) {
        dictionary.add(text);
      }
      codes[row] = dictionary.indexOf(text);
    }
    return new TextColumn(new Field("x", ColumnType.TEXT), codes, dictionary);
  }
}
