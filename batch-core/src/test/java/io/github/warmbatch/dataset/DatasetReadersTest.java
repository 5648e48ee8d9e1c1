package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReadersTest {

  @ParameterizedTest
  @ValueSource(strings = {"x.csv", "a/b.c/X.CSV", "day.Csv"})
  void findsTheReaderByNameInAnyCase(String path) {
    DatasetFile file = new DatasetFile(path, "a\n1\n".getBytes(StandardCharsets.UTF_8));

    assertThat(DatasetReaders.installed().read(file).rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"types-4.pkl", "T.PICKLE", "t.pkl.gz", "t.pickle.gz"})
  void knowsTheNamesOfPickles(String name) {
    byte[] plain = Tables.fixture("types-4.pkl").array();
    byte[] zipped = Tables.fixture("zipped.pkl.gz").array();
    DatasetFile file = new DatasetFile(name, name.endsWith(".gz") ? zipped : plain);

    assertThat(DatasetReaders.installed().read(file).rows()).isEqualTo(3);
  }

  @Test
  void saysThatNoReaderIsForSuchFiles() {
    assertThatThrownBy(
            () -> DatasetReaders.installed().read(new DatasetFile("a/b.parquet", new byte[4])))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(
            "a/b.parquet: no installed reader is for files of this name, 'b.parquet' (there are: ")
        .hasMessageContaining("CsvReader")
        .hasMessageContaining("PandasPickleReader");
  }

  @Test
  void namesTheReadersThatThereAreAndNoOthers() {
    DatasetReaders readers = DatasetReaders.of(List.of(new CsvReader()));

    assertThatThrownBy(() -> readers.read(new DatasetFile("a.pkl", new byte[4])))
        .hasMessageContaining("'a.pkl' (there are: CsvReader;");
  }

  @Test
  void cutsALongValueBetweenCharacters() {
    String long60 = "x".repeat(59) + "\uD83D\uDE00\uD83D\uDE00";

    assertThat(DatasetException.shown(long60)).isEqualTo("x".repeat(59) + "…");
    assertThat(DatasetException.shown("y" + long60)).isEqualTo("y" + "x".repeat(59) + "…");
  }

  @Test
  void takesTheFirstReaderThatFits() {
    DataSet empty = new DataSet(0, List.of());
    DatasetReaders readers = DatasetReaders.of(List.of(reader(() -> empty), new CsvReader()));

    assertThat(readers.read(Tables.csv("a\n1\n"))).isSameAs(empty);
  }

  @Test
  void putsThePathInFrontAndKeepsWhetherItIsCurable() {
    DatasetReader refusing =
        reader(
            () -> {
              throw DatasetException.incurable("never");
            });

    assertThatThrownBy(() -> DatasetReaders.of(List.of(refusing)).read(Tables.csv("a")))
        .hasMessage("table.csv: never")
        .isInstanceOfSatisfying(
            DatasetException.class, failure -> assertThat(failure.isCurable()).isFalse());
  }

  @Test
  void turnsWhateverAReaderThrowsIntoADatasetException() {
    for (Throwable thrown :
        List.of(
            new IndexOutOfBoundsException("7"),
            new OutOfMemoryError("heap"),
            new StackOverflowError())) {
      DatasetReader failing = reader(() -> sneaky(thrown));

      assertThatThrownBy(() -> DatasetReaders.of(List.of(failing)).read(Tables.csv("a")))
          .isInstanceOf(DatasetException.class)
          .hasMessageStartingWith("table.csv: ")
          .hasCause(thrown);
    }
  }

  @Test
  void saysThatAFileIsEmpty() {
    for (String name : List.of("x.csv", "x.csv.gz", "x.pkl")) {
      assertThatThrownBy(() -> DatasetReaders.installed().read(new DatasetFile(name, new byte[0])))
          .isInstanceOf(DatasetException.class)
          .hasMessageStartingWith(name + ": the file is empty");
    }
  }

  private static DataSet sneaky(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static DatasetReader reader(Supplier<DataSet> table) {
    return new DatasetReader() {
      @Override
      public boolean reads(String fileName) {
        return true;
      }

      @Override
      public DataSet read(DatasetFile file) {
        return table.get();
      }
    };
  }
}
