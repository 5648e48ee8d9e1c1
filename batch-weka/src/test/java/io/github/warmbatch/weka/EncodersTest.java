package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.dataset.TextColumn;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncodersTest {
  private static final double NONE = Double.NaN;

  private static Column numbers(double... values) {
    return new DoubleColumn(new Field("x", ColumnType.DECIMAL), values);
  }

  private static double[] encoded(ColumnEncoder encoder, Column column, int row) {
    double[] target = new double[encoder.attributes().size()];
    assertThat(encoder.over(column).fill(row, target, 0)).isEqualTo(target.length);
    return target;
  }

  private static double distance(ColumnEncoder encoder, double value) {
    return encoded(encoder, numbers(value), 0)[0];
  }

  @Test
  void numbersAreMeasuredAgainstAllBatchesTogether() {
    Random random = new Random(1);
    double[] values = random.doubles(100, 1e6, 1e6 + 50).toArray();
    NumberEncoder encoder = NumberEncoder.INITIAL;
    for (int batch = 0; batch < 10; batch++) {
      encoder = encoder.having(numbers(Arrays.copyOfRange(values, batch * 10, batch * 10 + 10)));
    }
    double mean = DoubleStream.of(values).average().orElseThrow();
    double variance =
        DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();

    assertThat(distance(encoder, mean)).isCloseTo(0, within(1e-9));
    assertThat(distance(encoder, mean + 2 * Math.sqrt(variance))).isCloseTo(2, within(1e-9));
  }

  @Test
  void numbersThatAreNoneOrTooLargeAreMissingAndLeaveTheRestAsItWas() {
    NumberEncoder plain = NumberEncoder.INITIAL.having(numbers(1, 2, 3));
    NumberEncoder odd =
        plain.having(
            numbers(NONE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE));

    assertThat(odd).isEqualTo(plain);
    assertThat(distance(odd, NONE)).isNaN();
    assertThat(distance(odd, Double.POSITIVE_INFINITY)).isNaN();
    assertThat(distance(odd, -Double.MAX_VALUE)).isNaN();
  }

  @Test
  void numbersFarAwayAreTenDeviationsAway() {
    NumberEncoder encoder = NumberEncoder.INITIAL.having(numbers(1, 2, 3));

    assertThat(distance(encoder, 1e99)).isEqualTo(10);
    assertThat(distance(encoder, -1000)).isEqualTo(-10);
  }

  @Test
  void numbersThatAreAllEqualAreAtDistanceNought() {
    NumberEncoder encoder = NumberEncoder.INITIAL.having(numbers(5, 5, 5));

    assertThat(distance(encoder, 5)).isZero();
    assertThat(distance(encoder, 6)).isEqualTo(10);
    assertThat(distance(NumberEncoder.INITIAL, 6)).isNaN();
  }

  @Test
  void oneAbsurdNumberAmongManyHardlyMovesTheScale() {
    NumberEncoder plain = NumberEncoder.INITIAL.having(numbers(ramp(100)));
    double[] odd = ramp(100);
    odd[50] = 1e12;

    assertThat(NumberEncoder.INITIAL.having(numbers(odd)).mean()).isBetween(45.0, 55.0);
    assertThat(distance(NumberEncoder.INITIAL.having(numbers(odd)), 99)).isBetween(1.0, 2.0);
    assertThat(distance(plain.having(numbers(odd)), 99)).isBetween(1.0, 2.0);
    assertThat(distance(plain.having(numbers(1e12)), 99)).isBetween(1.0, 2.0);
    assertThat(distance(NumberEncoder.INITIAL.having(numbers(1e12)).having(numbers(ramp(100))), 99))
        .isBetween(1.0, 2.0);
  }

  private static double[] ramp(int numbers) {
    return DoubleStream.iterate(0, x -> x + 1).limit(numbers).toArray();
  }

  /** Ten times the price is followed within a few batches, not taken for an error for ever. */
  @Test
  void numbersThatRiseForGoodAreFollowed() {
    double[] high = DoubleStream.of(ramp(100)).map(x -> 1000 + 10 * x).toArray();
    NumberEncoder encoder = NumberEncoder.INITIAL.having(numbers(ramp(100)));
    for (int batch = 0; batch < 10; batch++) {
      encoder = encoder.having(numbers(high));
    }

    assertThat(distance(encoder, 1990)).isGreaterThan(distance(encoder, 1000) + 0.5);
    assertThat(distance(encoder, 1000)).isLessThan(3);
  }

  @Test
  void numbersThatBeginToVaryAreFollowed() {
    double[] some = new double[100];
    some[3] = 1;
    some[33] = 2;
    some[66] = 1;
    some[77] = 3;
    NumberEncoder encoder =
        NumberEncoder.INITIAL.having(numbers(new double[100])).having(numbers(some));

    assertThat(distance(encoder, 0)).isBetween(-1.0, 0.0);
    assertThat(distance(encoder, 1)).isBetween(1.0, 9.0);
  }

  @Test
  void numbersAsTheyAreBecomeTheSameOnceScaled() {
    NumberEncoder encoder = NumberEncoder.INITIAL.having(numbers(1, 2, 3));
    for (double value : new double[] {2.5, NONE, 1e200, Double.POSITIVE_INFINITY, -7}) {
      double[] row = new double[1];
      encoder.unscaled(numbers(value)).fill(0, row, 0);
      assertThat(row[0]).isNotEqualTo(1e200).isNotEqualTo(Double.POSITIVE_INFINITY);
      encoder.scale(row, 0);
      assertThat(row).isEqualTo(encoded(encoder, numbers(value), 0));
    }
  }

  @Test
  void flagsAreOneOrNought() {
    BitSet missing = new BitSet();
    missing.set(2);
    Column flags =
        new LongColumn(new Field("b", ColumnType.BOOLEAN), new long[] {0, 1, 1, 7}, missing);

    assertThat(encoded(new FlagEncoder(), flags, 0)).containsExactly(0);
    assertThat(encoded(new FlagEncoder(), flags, 1)).containsExactly(1);
    assertThat(encoded(new FlagEncoder(), flags, 2)).containsExactly(NONE);
    assertThat(encoded(new FlagEncoder(), flags, 3)).containsExactly(1);
  }

  @Test
  void instantsAreHoursAndWeekdays() {
    Field field = new Field("at", ColumnType.TIMESTAMP);
    BitSet missing = new BitSet();
    missing.set(2);
    Column instants =
        new LongColumn(
            field,
            new long[] {
              nanos("2018-04-02T12:00:00Z"), nanos("1969-12-28T18:00:00Z"), 0, Long.MIN_VALUE
            },
            missing);
    ColumnEncoder encoder = new TimestampEncoder(CategoryCoding.NOMINAL);

    assertThat(encoded(encoder, instants, 0)).containsExactly(0, 0);
    assertThat(encoded(encoder, instants, 1)).containsExactly(0.25 * Math.sqrt(12), 6);
    assertThat(encoded(encoder, instants, 2)).containsExactly(NONE, NONE);
    assertThat(encoded(encoder, instants, 3)[1]).isBetween(0.0, 6.0);
    assertThat(encoded(new TimestampEncoder(CategoryCoding.INDICATORS), instants, 1))
        .containsExactly(0.25 * Math.sqrt(12), 0, 0, 0, 0, 0, 0, 1);
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }

  private static Column texts(String... values) {
    List<String> dictionary = Stream.of(values).distinct().toList();
    int[] codes = Stream.of(values).mapToInt(dictionary::indexOf).toArray();
    return new TextColumn(new Field("t", ColumnType.TEXT), codes, dictionary);
  }

  private static double code(ColumnEncoder encoder, String text) {
    return encoded(encoder, texts(text), 0)[0];
  }

  @Test
  void textsAreNumberedAsTheyAreMet() {
    ColumnEncoder encoder =
        TextEncoder.initial(3, CategoryCoding.NOMINAL).having(texts("b", "a", "b"));

    assertThat(code(encoder, "b")).isZero();
    assertThat(code(encoder, "a")).isEqualTo(1);
    assertThat(code(encoder, "unmet")).isNaN();
    assertThat(code(encoder.having(texts("c")), "c")).isEqualTo(2);
  }

  @Test
  void textsBeyondTheLastNumberShareOne() {
    ColumnEncoder encoder =
        TextEncoder.initial(2, CategoryCoding.NOMINAL).having(texts("a", "b", "c", "d"));

    assertThat(code(encoder, "b")).isEqualTo(1);
    assertThat(code(encoder, "d")).isEqualTo(2);
    assertThat(code(encoder, "unmet")).isEqualTo(2);
  }

  @Test
  void textsBecomeIndicatorsWhereThatIsWanted() {
    ColumnEncoder encoder = TextEncoder.initial(2, CategoryCoding.INDICATORS).having(texts("a"));

    assertThat(encoded(encoder, texts("a"), 0)).containsExactly(1, 0, 0);
    assertThat(encoded(encoder, texts("unmet"), 0)).containsExactly(0, 0, 0);
  }
}
