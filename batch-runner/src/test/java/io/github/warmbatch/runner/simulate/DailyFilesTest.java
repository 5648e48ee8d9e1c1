package io.github.warmbatch.runner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyFilesTest {
  @TempDir private Path directory;

  @Test
  void moreDaysContinueWhatFewerDaysBegan() throws IOException {
    Path few = directory.resolve("few");
    Path many = directory.resolve("many");

    DailyFiles.in(few, DailyFormat.CSV).write(simulator(), 0, 3);
    DailyFiles.in(many, DailyFormat.CSV).write(simulator(), 0, 6);

    assertThat(names(few)).containsExactly("2018-04-01.csv", "2018-04-02.csv", "2018-04-03.csv");
    for (String name : names(few)) {
      assertThat(few.resolve(name)).hasSameBinaryContentAs(many.resolve(name));
    }
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws IOException {
    DailyFiles files = DailyFiles.in(directory, DailyFormat.CSV);
    Path file = files.write(simulator().day(0));
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, longAgo);

    List<Path> written = files.write(simulator(), 0, 2);

    assertThat(written).containsExactly(file, directory.resolve("2018-04-02.csv"));
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }

  @Test
  void somebodyElsesFileIsRefusedAndKept() throws IOException {
    Path file = Files.writeString(directory.resolve("2018-04-01.csv"), "mine");

    assertThatThrownBy(() -> DailyFiles.in(directory, DailyFormat.CSV).write(simulator(), 0, 1))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("take another directory");
    assertThat(file).hasContent("mine");
    assertThat(names(directory)).containsExactly("2018-04-01.csv");
  }

  @Test
  void compressedFilesHoldTheSameText() throws IOException {
    Path plain = DailyFiles.in(directory, DailyFormat.CSV).write(simulator().day(0));
    DailyFiles files = DailyFiles.in(directory, DailyFormat.CSV_GZ);
    Path compressed = files.write(simulator().day(0));

    assertThat(compressed).hasFileName("2018-04-01.csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
    }
    assertThat(files.write(simulator().day(0))).isEqualTo(compressed);
  }

  @Test
  void whatOnlyLooksCompressedIsSomebodyElses() throws IOException {
    Files.writeString(directory.resolve("2018-04-01.csv.gz"), "not gzip at all");

    assertThatThrownBy(() -> DailyFiles.in(directory, DailyFormat.CSV_GZ).write(simulator(), 0, 1))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void linesAreWhatPandasWrites() throws IOException {
    Path file = DailyFiles.in(directory, DailyFormat.CSV).write(simulator().day(1));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo(
            "TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_TIME_SECONDS,"
                + "TX_TIME_DAYS,TX_FRAUD,TX_FRAUD_SCENARIO");
    assertThat(lines.stream().skip(1))
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "\\d+,2018-04-02 \\d\\d:\\d\\d:\\d\\d,\\d+,\\d+,\\d+\\.\\d\\d,\\d+,1,"
                        + "(0,0|1,[123])"));
  }

  private static Simulator simulator() {
    return Simulator.builder().customers(100).terminals(2000).seed(5).build();
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
