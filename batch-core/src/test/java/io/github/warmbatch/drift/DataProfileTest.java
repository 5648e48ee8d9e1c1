package io.github.warmbatch.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataProfileTest {
  private static NumberProfile numbers(double... values) {
    Column column = new DoubleColumn(new Field("x", ColumnType.DECIMAL), values);
    return (NumberProfile) profile(column);
  }

  private static ColumnProfile profile(Column column) {
    return Days.profile(column).columns().values().iterator().next();
  }

  @Test
  void fewValuesHaveABinEach() {
    NumberProfile profile = numbers(3, 1, 3, Double.NaN, -2, 3, 0.0, -0.0);

    assertThat(profile.shift()).isZero();
    assertThat(profile.counts()).containsExactly(1L, 2L, 1L, 3L);
    assertThat(profile.missing()).isEqualTo(1);
    assertThat(profile.rows()).isEqualTo(8);
    assertThat(NumberProfile.least(profile.bins().get(0), 0)).isEqualTo(-2);
    assertThat(NumberProfile.least(profile.bins().get(3), 0)).isEqualTo(3);
  }

  @Test
  void manyValuesFallIntoFewBinsThatHoldWhatTheySay() {
    Random random = new Random(1);
    double[] values =
        random.doubles(3000).map(u -> Math.exp(20 * u - 10) * (u > 0.3 ? 1 : -1)).toArray();
    NumberProfile profile = numbers(values);

    assertThat(profile.bins()).hasSizeBetween(ColumnProfile.MOST_BINS / 3, ColumnProfile.MOST_BINS);
    for (int i = 0; i < profile.bins().size(); i++) {
      double least = NumberProfile.least(profile.bins().get(i), profile.shift());
      double greatest = NumberProfile.greatest(profile.bins().get(i), profile.shift());
      long within = Arrays.stream(values).filter(v -> v >= least && v <= greatest).count();
      assertThat(within).isEqualTo(profile.counts().get(i));
    }
  }

  @Test
  void theOrderOfTheRowsMakesNoDifference() {
    Random random = new Random(2);
    List<Double> values =
        new ArrayList<>(random.doubles(2000).map(u -> 1e9 * (u - 0.5) * u).boxed().toList());
    NumberProfile before = numbers(values.stream().mapToDouble(v -> v).toArray());
    Collections.shuffle(values, random);

    assertThat(numbers(values.stream().mapToDouble(v -> v).toArray())).isEqualTo(before);
  }

  @Test
  void everyDoubleHasItsPlace() {
    NumberProfile profile =
        numbers(
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN);

    assertThat(profile.counts()).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L);
    Random random = new Random(3);
    double[] any = random.longs(5000).mapToDouble(Double::longBitsToDouble).toArray();
    assertThat(numbers(any).bins()).hasSizeLessThanOrEqualTo(ColumnProfile.MOST_BINS);
    assertThat(numbers(any).rows()).isEqualTo(4096);
  }

  @Test
  void rowsWithoutAValueAreAllThatIsLeftOfAnEmptyColumn() {
    assertThat(numbers(Double.NaN, Double.NaN))
        .isEqualTo(new NumberProfile(0, List.of(), List.of(), 2));
    assertThat(numbers()).isEqualTo(new NumberProfile(0, List.of(), List.of(), 0));
    assertThat(profile(Days.texts("t", 3, () -> null)))
        .isEqualTo(new ValueProfile(List.of(), List.of(), 0, 0, 3));
  }

  @Test
  void frequentTextsAreNamedAndTheOthersCounted() {
    Random random = new Random(4);
    ValueProfile few = (ValueProfile) profile(Days.texts("t", 30, () -> "v" + random.nextInt(3)));
    assertThat(few.values()).containsExactly("v0", "v1", "v2");
    assertThat(few.others()).isZero();

    int[] row = {0};
    ValueProfile many =
        (ValueProfile)
            profile(Days.texts("t", 1000, () -> ++row[0] % 2 == 0 ? "often" : "once-" + row[0]));
    assertThat(many).isEqualTo(new ValueProfile(List.of("often"), List.of(500L), 500, 1, 0));
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    ValueProfile cut =
        (ValueProfile) profile(Days.texts("t", 4, () -> "x".repeat(39) + "\uD83D\uDE00 and more"));
    assertThat(cut.values()).containsExactly("x".repeat(39));
  }

  @Test
  void instantsHaveNoProfileAndManyColumnsShareTheBins() {
    Column instant = new LongColumn(new Field("at", ColumnType.TIMESTAMP), new long[] {1});
    assertThat(Days.profile(instant).columns()).isEmpty();

    Random random = new Random(5);
    Column[] wide = new Column[300];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = Days.decimals("x" + i, 500, random::nextGaussian);
    }
    DataProfile profile = Days.profile(wide);
    assertThat(profile.columns()).hasSize(256).containsKey("x0").doesNotContainKey("x256");
    assertThat(profile.columns().values())
        .allMatch(column -> ((NumberProfile) column).bins().size() <= 8);
  }

  @Test
  void rowsThatAlternateAreMetAlike() {
    for (int period : new int[] {2, 3, 4, 7, 10, 16}) {
      int[] row = {0};
      NumberProfile profile =
          (NumberProfile) profile(Days.integers("x", 40_960, () -> row[0]++ % period));
      assertThat(profile.rows()).isEqualTo(4096);
      double expected = 4096.0 / period;
      assertThat(profile.counts())
          .hasSize(period)
          .allMatch(count -> Math.abs(count - expected) < 0.15 * expected);
    }
  }

  @Test
  void whatIsNoProfileIsRefused() {
    assertNone(() -> new NumberProfile(64, List.of(), List.of(), 0));
    assertNone(() -> new NumberProfile(-1, List.of(), List.of(), 0));
    assertNone(() -> new NumberProfile(0, List.of(1L), List.of(), 0));
    assertNone(() -> new NumberProfile(0, List.of(1L), List.of(0L), 0));
    assertNone(() -> new NumberProfile(0, List.of(1L), List.of(1L), -1));
    assertNone(() -> new NumberProfile(0, List.of(2L, 2L), List.of(1L, 1L), 0));
    assertNone(() -> new NumberProfile(60, List.of(8L), List.of(1L), 0));
    assertNone(() -> new NumberProfile(0, List.of(1L), List.of(Long.MAX_VALUE), 0));
    assertNone(
        () -> new NumberProfile(0, Collections.nCopies(65, 1L), Collections.nCopies(65, 1L), 0));
    assertNone(() -> new ValueProfile(List.of("a", "a"), List.of(1L, 1L), 0, 0, 0));
    assertNone(() -> new ValueProfile(List.of("a"), List.of(1L), 1, 2, 0));
    assertNone(() -> new ValueProfile(List.of("x".repeat(41)), List.of(1L), 1, 1, 0));
  }

  private static void assertNone(Runnable profile) {
    assertThatThrownBy(profile::run).isInstanceOf(IllegalArgumentException.class);
  }
}
