package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what {@code pickles/make_fixtures.py} wrote by pandas. */
class PandasPickleReaderTest {
  private static final Map<String, String> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("i1", "INTEGER -128 0 127");
    TYPES.put("i2", "INTEGER -300 0 300");
    TYPES.put("i4", "INTEGER -70000 0 70000");
    TYPES.put("i8", "INTEGER -1099511627776 0 4611686018427387904");
    TYPES.put("u1", "INTEGER 0 1 255");
    TYPES.put("u2", "INTEGER 0 1 65535");
    TYPES.put("u4", "INTEGER 0 1 4294967295");
    TYPES.put("u8", "INTEGER 0 1 9223372036854775807");
    TYPES.put("f2", "DECIMAL 0.5 -2 -");
    TYPES.put("f4", "DECIMAL 0.5 -Infinity -");
    TYPES.put("f8", "DECIMAL 57.16 1.0E300 -");
    TYPES.put("b1", "BOOLEAN 1 0 1");
    TYPES.put("when", "TIMESTAMP 2018-04-01T00:00:31Z - 2018-04-02T12:30:00.123456789Z");
    TYPES.put("zoned", "TIMESTAMP 2018-04-01T00:00:31Z - 2018-04-02T12:30:00.123456789Z");
    TYPES.put("took", "INTEGER 1000000000 - -3000000000");
    TYPES.put("object_int", "INTEGER 596 3156 -5");
    TYPES.put("object_text", "TEXT a - ü");
    TYPES.put("object_mixed", "TEXT a 3 2.5");
    TYPES.put("object_float", "DECIMAL 1 - 2.5");
    TYPES.put("object_bool", "BOOLEAN 1 - 0");
    TYPES.put("category", "TEXT x - y");
    TYPES.put("grade", "INTEGER 10 20 10");
    TYPES.put("Int64", "INTEGER 1 - 3");
    TYPES.put("Float64", "DECIMAL 1.5 - 3");
    TYPES.put("boolean", "BOOLEAN 1 - 0");
    TYPES.put("string", "TEXT s - t");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void readsEveryTypeInEveryProtocol(int protocol) {
    DataSet table = read("types-" + protocol + ".pkl");

    assertThat(table.schema().names()).containsExactlyElementsOf(TYPES.keySet());
    TYPES.forEach((name, values) -> assertThat(Tables.show(table, name)).isEqualTo(values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "older-2.pkl",
        "older-3.pkl",
        "older-4.pkl",
        "older-5.pkl",
        "partial-2.pkl",
        "partial-3.pkl",
        "partial-4.pkl",
        "partial-5.pkl",
        "zipped.pkl.gz"
      })
  void readsTheLayoutsOfOlderVersions(String fixture) {
    DataSet table = read(fixture);

    assertThat(table.schema().names())
        .containsExactly("i8", "f8", "b1", "when", "object_int", "object_text", "i4");
    for (String name : table.schema().names()) {
      assertThat(Tables.show(table, name)).isEqualTo(TYPES.get(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order-c.pkl",
        "order-fortran.pkl",
        "objects-c.pkl",
        "objects-fortran.pkl",
        "big-endian.pkl"
      })
  void readsEveryOrderOfItemsAndBytes(String fixture) {
    DataSet table = read(fixture);

    assertThat(Tables.show(table, "a")).isEqualTo("INTEGER 0 2 4");
    assertThat(Tables.show(table, "b")).isEqualTo("INTEGER 1 3 5");
  }

  @Test
  void readsBigEndianBuffers() {
    assertThat(Tables.show(read("big-endian-5.pkl"), "b")).isEqualTo("DECIMAL 1 3 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scattered.pkl", "reversed.pkl", "index-dates.pkl", "index-text.pkl"})
  void putsColumnsInTheirPlacesWhateverTheRowIndexIs(String fixture) {
    DataSet table = read(fixture);

    assertThat(Tables.show(table, "a")).isEqualTo("INTEGER 1 2");
    assertThat(Tables.show(table, "b")).isEqualTo("DECIMAL 0.5 1.5");
    assertThat(Tables.show(table, "c")).isEqualTo("INTEGER 3 4");
    assertThat(Tables.show(table, "d")).isEqualTo("INTEGER 5 6");
    assertThat(Tables.show(table, "e")).isEqualTo("DECIMAL 2.5 3.5");
  }

  @Test
  void keepsTheOrderOfColumns() {
    assertThat(read("reversed.pkl").schema().names()).containsExactly("e", "d", "c", "b", "a");
  }

  @Test
  void readsTablesWithoutRowsOrColumns() {
    assertThat(read("no-rows.pkl").rows()).isZero();
    assertThat(read("no-rows.pkl").schema().size()).isEqualTo(5);
    assertThat(read("no-columns.pkl").schema().size()).isZero();
    assertThat(Tables.show(read("one-row.pkl"), "e")).isEqualTo("DECIMAL 2.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"objects.pkl", "objects-2.pkl"})
  void readsColumnsOfObjectsAsWhatTheyHold(String fixture) {
    DataSet table = read(fixture);

    assertThat(Tables.show(table, "stamps")).isEqualTo("TIMESTAMP 2018-04-01T00:00:31Z -");
    assertThat(Tables.show(table, "datetimes"))
        .isEqualTo("TIMESTAMP 2018-04-01T01:02:03.004567Z -");
    assertThat(Tables.show(table, "dates"))
        .isEqualTo("TIMESTAMP 2018-04-01T00:00:00Z 1969-12-31T00:00:00Z");
    assertThat(Tables.show(table, "decimals")).isEqualTo("DECIMAL 1.5 -");
    assertThat(Tables.show(table, "scalars")).isEqualTo("DECIMAL 3 0.5");
    assertThat(Tables.show(table, "text_and_na")).isEqualTo("TEXT x -");
    assertThat(Tables.show(table, "nothing")).isEqualTo("DECIMAL - -");
    assertThat(Tables.show(table, "long")).isEqualTo("INTEGER 1099511627776 -9223372036854775808");
    assertThat(Tables.show(table, "longer")).isEqualTo("DECIMAL 1.8446744073709552E19 1");
  }

  @Test
  void roundsUnsignedNumbersBeyond63Bits() {
    assertThat(Tables.show(read("u8-large.pkl"), "u8"))
        .isEqualTo("DECIMAL 1 1.8446744073709552E19");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns-numbered.pkl|the columns are numbered and have no names",
        "columns-numbers.pkl|the columns are numbered and have no names",
        "columns-mixed.pkl|column 2 has the value 9 as its name, which is not text",
        "columns-twice.pkl|the column name 'a' occurs twice",
        "columns-multi.pkl|the columns have names of several levels",
        "complex.pkl|NumPy's type 'c16', which is not read",
        "lists.pkl|column 'l', row 2: the pickle has a list where it should have a number",
        "list.pkl|the pickle has a list where it should have a DataFrame",
        "series.pkl|the pickle asks for pandas.core.series.Series, which is not part of a pandas table; only DataFrames are read",
        "periods.pkl|the pickle asks for pandas.core.arrays.period.PeriodArray",
        "hostile-system-2.pkl|the pickle asks for posix.system, which is not part of a pandas table",
        "hostile-system-4.pkl|the pickle asks for posix.system, which is not part of a pandas table",
        "hostile-eval-2.pkl|the pickle asks for __builtin__.eval, which is not part",
        "hostile-eval-4.pkl|the pickle asks for builtins.eval, which is not part",
        "hostile-cell.pkl|the pickle asks for posix.system, which is not part"
      })
  void refusesWhatIsNotATableByName(String fixture, String message) {
    assertThatThrownBy(() -> read(fixture))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message);
  }

  @Test
  void saysThatTextIsNotAPickle() {
    byte[] csv = {'a', ',', 'b', '\n'};

    assertThatThrownBy(() -> new PandasPickleReader().read(new DatasetFile("x.pkl", csv)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not a pickle of protocol 2 to 5: it begins with the byte 0x61");
  }

  private static DataSet read(String fixture) {
    return new PandasPickleReader().read(Tables.fixture(fixture));
  }
}
