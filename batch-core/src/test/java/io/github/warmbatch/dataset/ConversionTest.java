package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConversionTest {

  @ParameterizedTest
  @CsvSource({
    "1|2,DECIMAL,1 2",
    "1.5|2,INTEGER,1.5 2",
    "true|false,DECIMAL,1 0",
    "1|0,BOOLEAN,1 0",
    "007|8,INTEGER,7 8",
    "+49|,DECIMAL,49 -",
    "true|1,INTEGER,1 1",
    "1|2,TEXT,1 2",
    "1|,TEXT,1 -"
  })
  void readsNumbersInEveryFormThatIsOne(String cells, ColumnType type, String expected) {
    Column column = column(cells).as(new Field("y", type));

    assertThat(column.field()).isEqualTo(new Field("y", type));
    assertThat(Tables.show(new DataSet(2, List.of(column)), "y")).isEqualTo(type + " " + expected);
  }

  @Test
  void readsWholeNumbersThatNoDecimalHolds() {
    TextColumn text =
        new TextColumn(
            new Field("t", ColumnType.TEXT), new int[] {0, -1}, List.of("9007199254740993"));

    Column whole = text.as(new Field("t", ColumnType.INTEGER));

    assertThat(whole.text(0)).isEqualTo("9007199254740993");
    assertThat(whole.isMissing(1)).isTrue();
  }

  @Test
  void readsTextAsInstantsWhereAllIsSuch() {
    TextColumn text =
        new TextColumn(
            new Field("t", ColumnType.TEXT), new int[] {0, -1}, List.of("2018-04-01 00:00:31"));

    Column instants = text.as(new Field("t", ColumnType.TIMESTAMP));

    assertThat(instants.text(0)).isEqualTo("2018-04-01T00:00:31Z");
    assertThat(instants.isMissing(1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1|abc,DECIMAL,column 'x' holds 'abc' in row 2 which is not a number",
    "2018-04-01|9999-12-31,TIMESTAMP,column 'x' holds '9999-12-31' in row 2 which is not an ISO 8601 timestamp",
    "|1.5,TEXT,column 'x' holds values of type DECIMAL and not TEXT such as '1.5' in row 2",
    "true|,TEXT,column 'x' holds values of type BOOLEAN and not TEXT such as '1' in row 1",
    "5|,TIMESTAMP,column 'x' holds values of type INTEGER and not TIMESTAMP such as '5' in row 1",
    "2018-04-01|,DECIMAL,column 'x' holds values of type TIMESTAMP and not DECIMAL"
  })
  void namesTheFirstValueThatDoesNotFit(String cells, ColumnType type, String message) {
    Column column = column(cells);

    assertThatThrownBy(() -> column.as(new Field("x", type)))
        .isInstanceOf(DatasetException.class)
        .satisfies(
            e -> assertThat(String.valueOf(e.getMessage()).replace(",", "")).contains(message));
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void takesAColumnWithoutValuesForAnything(ColumnType type) {
    Column column = column("|").as(new Field("x", type));

    assertThat(column.field().type()).isEqualTo(type);
    assertThat(column.rows()).isEqualTo(2);
    assertThat(column.isMissing(0) && column.isMissing(1)).isTrue();
  }

  @Test
  void showsNoMoreOfAValueThanFitsOnALine() {
    Column column = column("1|\"a\nb" + "c".repeat(1000) + "\"");

    assertThatThrownBy(() -> column.as(new Field("x", ColumnType.DECIMAL)))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .contains("'a?bccc")
                    .doesNotContain("\n")
                    .hasSizeLessThan(140));
  }

  private static Column column(String cells) {
    String[] rows = cells.split("\\|", -1);
    String text = "x,y\n%s,1\n%s,1\n".formatted(rows[0], rows[1]);
    return Tables.column(new CsvReader().read(Tables.csv(text)), "x");
  }
}
