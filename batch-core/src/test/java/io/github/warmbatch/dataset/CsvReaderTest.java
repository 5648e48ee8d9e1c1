package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private final CsvReader reader = new CsvReader();

  @Test
  void shortensALongNameInAMessageAboutTheHeader() {
    String name = "n".repeat(10_000);
    for (String header : List.of(name + "," + name, name + ";" + name)) {
      assertThatThrownBy(() -> reader.read(Tables.csv(header + "\n1,2\n")))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("header")
          .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(300));
    }
  }

  @Test
  void findsTheTypeOfEachColumn() {
    DataSet table =
        read(
            """
            id,amount,fraud,when,code,city
            1,57.16,True,2018-04-01 00:00:31,007,Bonn
            -2,1e3,false,2018-04-02,008,"Köln"
            ,inf,,,,
            """);

    assertThat(table.rows()).isEqualTo(3);
    assertThat(Tables.show(table, "id")).isEqualTo("INTEGER 1 -2 -");
    assertThat(Tables.show(table, "amount")).isEqualTo("DECIMAL 57.16 1000 Infinity");
    assertThat(Tables.show(table, "fraud")).isEqualTo("BOOLEAN 1 0 -");
    assertThat(Tables.show(table, "when"))
        .isEqualTo("TIMESTAMP 2018-04-01T00:00:31Z 2018-04-02T00:00:00Z -");
    assertThat(Tables.show(table, "code")).isEqualTo("TEXT 007 008 -");
    assertThat(Tables.show(table, "city")).isEqualTo("TEXT Bonn Köln -");
  }

  @ParameterizedTest
  @CsvSource({
    "1|2.5,DECIMAL 1 2.5",
    "1|abc,TEXT 1 abc",
    "true|1,TEXT true 1",
    "2018-04-01|5,TEXT 2018-04-01 5",
    "1|nan,DECIMAL 1 -",
    "|,DECIMAL - -",
    "99999999999999999999|1,DECIMAL 1.0E20 1",
    "1|,INTEGER 1 -",
    "5|007,TEXT 5 007"
  })
  void takesTheNarrowestTypeThatFitsAllRows(String cells, String expected) {
    String[] rows = cells.split("\\|", -1);

    assertThat(Tables.show(read("x,y\n%s,1\n%s,1\n".formatted(rows[0], rows[1])), "x"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,x\n2,y\n",
        "a,b\r\n1,x\r\n2,y\r\n",
        "a,b\r1,x\r2,y",
        "a,b\n1,x\n2,y",
        "\uFEFFa,b\n1,x\n2,y\n",
        "a,b\n\n1,x\n\n2,y\n\n\n",
        "\"a\",\"b\"\n\"1\",\"x\"\n2,\"y\"",
        "a,b\n 1 ,x\n2,  y\t\n"
      })
  void readsEveryWayOfWritingTheSame(String text) {
    DataSet table = read(text);

    assertThat(table.schema().names()).containsExactly("a", "b");
    assertThat(Tables.show(table, "a")).isEqualTo("INTEGER 1 2");
    assertThat(Tables.show(table, "b")).isEqualTo("TEXT x y");
  }

  @Test
  void readsQuotedValues() {
    DataSet table =
        read("a,b\n\"x, \"\"y\"\"\",1\n\"two\nlines\",2\n\"\"\"\",3\n\"\",4\n\"a\"\"b\"\"c\",5\n");
    Column column = Tables.column(table, "a");

    assertThat(column.text(0)).isEqualTo("x, \"y\"");
    assertThat(column.text(1)).isEqualTo("two\nlines");
    assertThat(column.text(2)).isEqualTo("\"");
    assertThat(column.isMissing(3)).isTrue();
    assertThat(column.text(4)).isEqualTo("a\"b\"c");
    assertThat(Tables.show(table, "b")).isEqualTo("INTEGER 1 2 3 4 5");
  }

  @Test
  void readsAHeaderWithoutRows() {
    DataSet table = read("a,b\n");

    assertThat(table.rows()).isZero();
    assertThat(table.schema().names()).containsExactly("a", "b");
  }

  @Test
  void readsAValueMissingAtTheVeryEnd() {
    assertThat(Tables.show(read("a,b\n1,"), "b")).isEqualTo("DECIMAL -");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b;1,2;1,2,3|row 2 (line 3) has 3 values where the header names 2 columns",
        "a,b;'1,\"x;y\"';1|row 2 (line 4) has 1 values where the header names 2 columns",
        "a,a;1,2|the column name 'a' occurs twice in the header",
        ",b;1,2|column 1 has no name in the header",
        "a,b,;1,2,3|column 3 has no name in the header",
        "1.5,abc,1.5;1,2,3|the column name '1.5' occurs twice in the header (or is the header line missing?)",
        "0,57.16,31;1,2,3|the first line holds values (0), not the names",
        "a,b;1,x\"y|line 2: a quote inside of a value",
        "a,b;1,\"x\"y|line 2: text after a closing quote",
        "a,b;1,2;1,\"x|line 3: a quoted value begins here and never ends",
        ";;|holds no text but empty lines"
      })
  void saysWhatIsWrongAndWhere(String text, String message) {
    String csv = text.replace("'", "").replace(';', '\n');
    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b\n1;2\n", "a\tb\n1\t2\n"})
  void saysThatCommasSeparate(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("columns must be separated by commas");
  }

  @Test
  void saysWhichLineIsNotUtf8() {
    byte[] latin = "a,b\r\n1,x\n2,K\u00f6ln\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv", latin)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("line 3 is not UTF-8 text: byte 0xf6 at offset 12");
  }

  @Test
  void saysThatUtf16IsNotRead() {
    byte[] wide = "a,b\n".getBytes(StandardCharsets.UTF_16);

    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv", wide)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("UTF-16");
  }

  @Test
  void readsGzip() {
    byte[] zipped = gzip("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Tables.show(reader.read(new DatasetFile("x.csv.gz", zipped)), "a"))
        .isEqualTo("INTEGER 1");
  }

  @Test
  void saysThatGzipIsNoneOrDamaged() {
    byte[] plain = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    byte[] zipped = gzip(plain);

    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv.gz", plain)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not gzip data, although its name says so");
    for (int length = 2; length < zipped.length; length++) {
      byte[] cut = Arrays.copyOf(zipped, length);
      assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv.gz", cut)))
          .isInstanceOf(DatasetException.class);
    }
    byte[] bent = zipped.clone();
    bent[zipped.length - 6] ^= 1;
    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv.gz", bent)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("gzip data are damaged");
  }

  @Test
  void whatFollowsAGzipMemberIsAnotherOrADamage() {
    byte[] first = gzip("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
    byte[] second = gzip("2,y\n".getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertThat(reader.read(new DatasetFile("x.csv.gz", both)).rows()).isEqualTo(2);

    both[first.length] = 0;
    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv.gz", both)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("gzip data are damaged");
    byte[] trailed = Arrays.copyOf(first, first.length + 3);
    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv.gz", trailed)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("3 bytes follow");
  }

  @Test
  void refusesGzipThatExpandsTooFar() {
    byte[] bomb = gzip(new byte[80 << 20]);

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> reader.read(new DatasetFile("x.csv.gz", bomb)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("gzip data expand to more than 64 MiB");
  }

  @Test
  void expandsExactlyToTheLimit() {
    byte[] zipped = gzip(new byte[1000]);

    assertThat(Unzipped.expand(zipped, 1000)).hasSize(1000);
    assertThatThrownBy(() -> Unzipped.expand(zipped, 999)).isInstanceOf(DatasetException.class);
  }

  private DataSet read(String text) {
    return reader.read(Tables.csv(text));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
