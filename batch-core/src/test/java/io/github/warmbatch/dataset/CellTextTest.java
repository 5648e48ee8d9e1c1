package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @ParameterizedTest
  @CsvSource({
    "0,INTEGER",
    "-1,INTEGER",
    "9223372036854775807,INTEGER",
    "-9223372036854775808,INTEGER",
    "9223372036854775808,DECIMAL",
    "-9223372036854775809,DECIMAL",
    "99999999999999999999,DECIMAL",
    "1.5,DECIMAL",
    "-.5,DECIMAL",
    "5.,DECIMAL",
    "1e5,DECIMAL",
    "+1.5E-3,DECIMAL",
    "-0,DECIMAL",
    "inf,DECIMAL",
    "-Inf,DECIMAL",
    "Infinity,DECIMAL",
    "NaN,DECIMAL",
    "nan,DECIMAL",
    "007,TEXT",
    "+49,TEXT",
    "-01,TEXT",
    "00,TEXT",
    "true,BOOLEAN",
    "FALSE,BOOLEAN",
    "True,BOOLEAN",
    "yes,TEXT",
    "2018-04-01,TIMESTAMP",
    "2018-04-01 00:00:31,TIMESTAMP",
    "2018-04-01T00:00:31Z,TIMESTAMP",
    "2018-02-30,TEXT",
    "2018-13-01,TEXT",
    "9999-12-31,TEXT",
    "1677-01-01,TEXT",
    "abc,TEXT",
    "1e,TEXT",
    "e5,TEXT",
    ".,TEXT",
    "-,TEXT",
    "+,TEXT",
    "1.2.3,TEXT",
    "0x1p3,TEXT",
    "1d,TEXT",
    "1f,TEXT",
    "infinite,TEXT",
    "1_000,TEXT",
    "tru\u00e8,TEXT",
    "٣,TEXT"
  })
  void givesEachSpellingItsNarrowestType(String cell, ColumnType type) {
    byte[] text = bytes(cell);

    assertThat(CellText.typeOf(text, 0, text.length)).isEqualTo(type);
  }

  @Test
  void seesOnlyItsRange() {
    byte[] text = bytes("x12y");

    assertThat(CellText.typeOf(text, 1, 3)).isEqualTo(ColumnType.INTEGER);
    assertThat(NumberText.whole(text, 1, 3)).isEqualTo(12);
    assertThat(CellText.typeOf(text, 2, 2)).isNull();
  }

  @Test
  void readsWholeNumbersExactly() {
    for (long value : new long[] {0, 7, -7, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53}) {
      byte[] text = bytes(Long.toString(value));
      assertThat(NumberText.whole(text, 0, text.length)).isEqualTo(value);
    }
  }

  @Test
  void readsDecimalsToTheLastBitAsJavaDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String text = decimal(random);
      byte[] ascii = bytes(text);
      assertThat(NumberText.isDecimal(ascii, 0, ascii.length)).as(text).isTrue();
      assertThat(NumberText.decimal(ascii, 0, ascii.length))
          .as(text)
          .isEqualTo(Double.parseDouble(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0000000000000000000000000001",
        "00000000000000000000000001.5",
        "1e-400",
        "1e400"
      })
  void readsExtremeDecimalsAsJavaDoes(String text) {
    byte[] ascii = bytes(text);

    assertThat(NumberText.decimal(ascii, 0, ascii.length)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void readsTheNamesOfWhatIsNoNumber() {
    assertThat(decimalOf("-iNf")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(decimalOf("+infinity")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(decimalOf("-nan")).isNaN();
  }

  @Test
  void readsEveryDayAsTheCalendarHasIt() {
    for (LocalDate day = LocalDate.of(1678, 1, 1); day.getYear() < 2262; day = day.plusDays(1)) {
      assertThat(nanos(day.toString())).isEqualTo(day.toEpochDay() * 86_400_000_000_000L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018-04-01 00:00:31,2018-04-01T00:00:31Z",
    "2018-04-01T00:00:31.5,2018-04-01T00:00:31.5Z",
    "2018-04-01 00:00:31.123456789,2018-04-01T00:00:31.123456789Z",
    "2018-04-01T12:34,2018-04-01T12:34:00Z",
    "2018-04-01T12:34:56Z,2018-04-01T12:34:56Z",
    "2018-04-01T12:34:56z,2018-04-01T12:34:56Z",
    "2018-04-01 12:34:56+02:00,2018-04-01T10:34:56Z",
    "2018-04-01T12:34:56-0130,2018-04-01T14:04:56Z",
    "2018-04-01T12:34:56+09,2018-04-01T03:34:56Z",
    "1969-12-31 23:59:59.999999999,1969-12-31T23:59:59.999999999Z"
  })
  void readsTimesOfDayAndOffsets(String text, Instant expected) {
    assertThat(nanos(text))
        .isEqualTo(expected.getEpochSecond() * 1_000_000_000L + expected.getNano());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-04-01 24:00:00",
        "2018-04-01 00:60:00",
        "2018-04-01 00:00:60",
        "2018-04-01 ",
        "2018-04-01T1:2:3",
        "2018-04-01 00:00:31.",
        "2018-04-01 00:00:31.1234567890",
        "2018-04-01 00:00:31+",
        "2018-04-01 00:00:31+2",
        "2018-04-01 00:00:31+02:0",
        "2018-04-01 00:00:31+19:00",
        "2018-04-01 00:00:31 UTC",
        "2018-04-01x",
        "2018/04/01",
        "2018-4-1 00:00:31",
        "20180-4-01"
      })
  void takesNothingElseForATimestamp(String text) {
    assertThat(nanos(text)).isEqualTo(TimestampText.NONE);
  }

  @Test
  void findsTheTypeThatTwoValuesShare() {
    assertThat(CellText.common(ColumnType.INTEGER, ColumnType.DECIMAL))
        .isEqualTo(ColumnType.DECIMAL);
    assertThat(CellText.common(ColumnType.BOOLEAN, ColumnType.INTEGER)).isEqualTo(ColumnType.TEXT);
    assertThat(CellText.common(ColumnType.TIMESTAMP, ColumnType.INTEGER))
        .isEqualTo(ColumnType.TEXT);
    assertThat(CellText.common(null, ColumnType.BOOLEAN)).isEqualTo(ColumnType.BOOLEAN);
    assertThat(CellText.common(ColumnType.BOOLEAN, null)).isEqualTo(ColumnType.BOOLEAN);
    assertThat(CellText.common(null, null)).isNull();
  }

  private static String decimal(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> String.format(Locale.ROOT, "%.2f", random.nextDouble() * 1e4 - 5e3);
      case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
      case 2 -> random.nextLong() + "." + random.nextInt(1_000_000);
      default -> Double.toString(random.nextGaussian());
    };
  }

  private static double decimalOf(String text) {
    byte[] ascii = bytes(text);
    return NumberText.decimal(ascii, 0, ascii.length);
  }

  private static long nanos(String text) {
    byte[] ascii = bytes(text);
    return TimestampText.nanos(ascii, 0, ascii.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
