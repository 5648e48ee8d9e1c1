package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRootTest {
  @TempDir Path base;
  private Path directory;
  private DataRoot root;

  @BeforeEach
  void makeFiles() throws IOException {
    directory = Files.createDirectories(base.resolve("root"));
    Files.createDirectories(directory.resolve("a/x"));
    Files.writeString(directory.resolve("a/b.csv"), "content");
    Files.writeString(base.resolve("secret.csv"), "secret");
    root = DataRoot.at(directory);
  }

  @Test
  void opensAFileWithItsDigest() {
    DatasetFile file = root.open("a/b.csv");

    assertThat(new String(file.array(), StandardCharsets.UTF_8)).isEqualTo("content");
    assertThat(file.sha256())
        .isEqualTo("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b.csv", "a/./b.csv", "a/x/../b.csv", "./a//b.csv", "x/../a/b.csv"})
  void normalisesThePath(String path) {
    assertThat(root.open(path).path()).isEqualTo("a/b.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.csv", "a/../../secret.csv", "../../etc/passwd", "..", "a/x/../../.."})
  void refusesToLeaveTheRootForEver(String path) {
    DatasetException refusal = failure(path);

    assertThat(refusal).hasMessageContaining(path).hasMessageContaining("leaves the data root");
    assertThat(refusal.isCurable()).isFalse();
  }

  @Test
  void refusesAbsolutePathsForEver() {
    DatasetException refusal = failure("/etc/passwd");

    assertThat(refusal).hasMessageContaining("/etc/passwd: absolute paths are refused");
    assertThat(refusal.isCurable()).isFalse();
    assertThat(failure(directory.resolve("a/b.csv").toString()).isCurable()).isFalse();
  }

  @Test
  void refusesLinksThatLeadOutForEver() throws IOException {
    Files.createSymbolicLink(directory.resolve("file.csv"), base.resolve("secret.csv"));
    Files.createSymbolicLink(directory.resolve("up"), base);

    for (String path : new String[] {"file.csv", "up/secret.csv"}) {
      DatasetException refusal = failure(path);
      assertThat(refusal).hasMessageContaining(path).hasMessageContaining("symbolic link");
      assertThat(refusal.isCurable()).isFalse();
    }
  }

  @Test
  void followsLinksThatStayInside() throws IOException {
    Files.createSymbolicLink(directory.resolve("link.csv"), Path.of("a/b.csv"));
    Files.createSymbolicLink(directory.resolve("there"), directory.resolve("a"));

    assertThat(root.open("link.csv").size()).isEqualTo(7);
    assertThat(root.open("there/b.csv").path()).isEqualTo("there/b.csv");
  }

  @Test
  void opensThroughARootThatIsALinkItself() throws IOException {
    Path link = Files.createSymbolicLink(base.resolve("mounted"), directory);

    assertThat(DataRoot.at(link).open("a/b.csv").size()).isEqualTo(7);
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    DatasetException failure = failure("a/x.pkl");

    assertThat(failure)
        .hasMessage("a/x.pkl: no such file under the data root %s (check the path)", directory);
    assertThat(failure.isCurable()).isTrue();
  }

  @Test
  void saysThatTheRootIsMissing() {
    assertThatThrownBy(() -> DataRoot.at(base.resolve("nowhere")).open("a/b.csv"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("there is no data root")
        .hasMessageContaining("nowhere");
  }

  @Test
  void refusesDirectories() {
    assertThat(failure("a")).hasMessage("a: is a directory, not a file");
    assertThat(failure("a/b.csv/c")).hasMessageStartingWith("a/b.csv/c: ");
  }

  @Test
  void refusesTheRootItself() {
    assertThat(failure(".")).hasMessageContaining("is the data root itself");
    assertThat(failure("a/..")).hasMessageContaining("is the data root itself");
  }

  @ParameterizedTest
  @CsvSource({"'',empty", "'  ',empty", "a\\b.csv,backslash", "a\0b,NUL"})
  void refusesWhatIsNoPath(String path, String reason) {
    DatasetException failure = failure(path);

    assertThat(failure).hasMessageContaining(reason);
    assertThat(failure.getMessage()).doesNotContain("\0");
    assertThat(failure.isCurable()).isTrue();
  }

  @Test
  void saysThatAFileIsNotReadable() throws IOException {
    Path file = directory.resolve("a/b.csv");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

    assertThat(failure("a/b.csv")).hasMessageContaining("a/b.csv: not readable by this user");
  }

  @Test
  void refusesMoreThanAnArrayHolds() throws IOException {
    Path file = directory.resolve("huge.csv");
    try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 31);
    }

    assertThat(failure("huge.csv")).hasMessageContaining("huge.csv: is 2147483648 bytes long");
  }

  @Test
  void noticesThatAFileChangesItsLength() throws IOException {
    byte[] four = {1, 2, 3, 4};

    assertThat(DataRoot.read(new ByteArrayInputStream(four), 4)).isEqualTo(four);
    assertThatThrownBy(() -> DataRoot.read(new ByteArrayInputStream(four), 5))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("became shorter while it was read: 4 of 5 bytes");
    assertThatThrownBy(() -> DataRoot.read(new ByteArrayInputStream(four), 3))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("became longer while it was read");
  }

  @Test
  void opensAnEmptyFile() throws IOException {
    Files.createFile(directory.resolve("empty.csv"));

    assertThat(root.open("empty.csv").size()).isZero();
  }

  private DatasetException failure(String path) {
    return catchThrowableOfType(DatasetException.class, () -> root.open(path));
  }
}
