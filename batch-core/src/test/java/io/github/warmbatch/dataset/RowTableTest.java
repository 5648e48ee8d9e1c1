package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTableTest {

  @Test
  void wholeNumbersAreWholeAndExact() {
    Column column = column(Long.MAX_VALUE, 7, (short) 8, (byte) 9, BigInteger.TEN, null);

    assertThat(column.field().type()).isEqualTo(ColumnType.INTEGER);
    assertThat(texts(column)).containsExactly("9223372036854775807", "7", "8", "9", "10", "");
  }

  @Test
  void oneDecimalMakesAllDecimals() {
    Column column = column(1, 2.5, Double.NaN, new BigDecimal("3.25"), 4f);

    assertThat(column.field().type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(texts(column)).containsExactly("1", "2.5", "", "3.25", "4");
  }

  @Test
  void aNumberBeyond64BitsIsADecimal() {
    Column column = column(BigInteger.TWO.pow(70));

    assertThat(column.number(0)).isEqualTo(Math.pow(2, 70));
  }

  @Test
  void booleansAreBooleans() {
    Column column = column(true, null, false);

    assertThat(column.field().type()).isEqualTo(ColumnType.BOOLEAN);
    assertThat(texts(column)).containsExactly("1", "", "0");
  }

  @Test
  void textIsTextAndTheEmptyOneIsMissing() {
    Column column = column("a", "", CharBuffer.wrap("b"), "a");

    assertThat(column.field().type()).isEqualTo(ColumnType.TEXT);
    assertThat(texts(column)).containsExactly("a", "", "b", "a");
    assertThat(column.isMissing(1)).isTrue();
  }

  @Test
  void timesAreInstants() {
    Column column =
        column(
            Instant.parse("2018-04-01T10:00:00.000000001Z"),
            OffsetDateTime.parse("2018-04-01T12:00:00+02:00"),
            ZonedDateTime.parse("2018-04-01T12:00:00+02:00[Europe/Berlin]"),
            LocalDateTime.parse("2018-04-01T10:00:00"),
            Instant.parse("1950-01-01T00:00:00.5Z"));

    assertThat(column.field().type()).isEqualTo(ColumnType.TIMESTAMP);
    assertThat(texts(column))
        .containsExactly(
            "2018-04-01T10:00:00.000000001Z",
            "2018-04-01T10:00:00Z",
            "2018-04-01T10:00:00Z",
            "2018-04-01T10:00:00Z",
            "1950-01-01T00:00:00.500Z");
  }

  @Test
  void aColumnWithoutAnyValueBecomesAnything() {
    Column column = column(null, null);

    for (ColumnType type : ColumnType.values()) {
      assertThat(column.as(new Field("x", type)).isMissing(1)).isTrue();
    }
  }

  @Test
  void noRowIsATableWithoutColumns() {
    assertThat(DataSet.ofRows(List.of()).rows()).isZero();
  }

  @Test
  void aValueOfAnotherTypeThanBeforeIsRefused() {
    assertRefused("row 2", "'x'", "TEXT", "INTEGER", 1, "a");
    assertRefused("row 2", "'x'", "INTEGER", "TEXT", "a", 1);
    assertRefused("row 3", "'x'", "TIMESTAMP", "INTEGER", 1, null, Instant.EPOCH);
    assertRefused("row 2", "'x'", "BOOLEAN", "DECIMAL", 1.5, true);
    assertRefused("row 2", "'x'", "BOOLEAN", "TIMESTAMP", Instant.EPOCH, true);
  }

  @Test
  void aValueThatNoColumnHoldsIsRefused() {
    assertRefused("row 1", "'x'", "java.util.UUID", "Instant", new UUID(1, 2));
    assertRefused(
        "row 1", "'x'", "3000-01-01T00:00:00Z", "2261", Instant.parse("3000-01-01T00:00:00Z"));
    assertRefused("row 1", "'x'", "+1000000000", "1678", Instant.MAX);
  }

  @Test
  void rowsOfOtherColumnsAreRefused() {
    assertThatThrownBy(() -> DataSet.ofRows(List.of(Map.of("x", 1), Map.of("y", 1))))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 2 does not have column 'x'");
    assertThatThrownBy(() -> DataSet.ofRows(List.of(Map.of("x", 1), Map.of("x", 1, "y", 1))))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 2 has columns");
  }

  private static void assertRefused(
      String row, String column, String one, String other, @Nullable Object... values) {
    assertThatThrownBy(() -> column(values))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(row, column, one, other);
  }

  private static Column column(@Nullable Object... values) {
    List<Map<String, @Nullable Object>> rows =
        Arrays.stream(values).map(RowTableTest::row).toList();
    return DataSet.ofRows(rows).column(0);
  }

  private static Map<String, @Nullable Object> row(@Nullable Object value) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("x", value);
    return row;
  }

  private static List<String> texts(Column column) {
    return IntStream.range(0, column.rows()).mapToObj(column::text).toList();
  }
}
