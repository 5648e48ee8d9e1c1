package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that stays young as long as the worker gets on. */
class ProgressFileTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir private Path directory;
  private final ManualClock clock = new ManualClock(START);

  private ProgressFile file(@Nullable Duration stuckAfter) {
    return new ProgressFile(directory.resolve("progress"), stuckAfter, clock);
  }

  private String content() {
    try {
      return Files.readString(directory.resolve("progress")).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhatTheWorkerDoes() {
    try (ProgressFile file = file(null).start()) {
      assertThat(content()).isEqualTo(START + " starting since " + START);
      clock.advance(Duration.ofSeconds(20));
      file.processing("d/1.csv\n");
      clock.advance(Duration.ofSeconds(10));
      file.rewrite();

      assertThat(content())
          .isEqualTo("2026-11-25T10:00:30Z working on d/1.csv? since 2026-11-25T10:00:20Z");
      assertThat(directory.toFile().list()).containsExactly("progress");
    }
  }

  @Test
  void aDataSetOfManyHoursIsProgress() {
    ProgressFile file = file(null);
    file.processing("d/1.csv");
    clock.advance(Duration.ofHours(30));
    file.rewrite();

    assertThat(content()).startsWith("2026-11-26T16:00:00Z working on d/1.csv");
  }

  @Test
  void aDataSetThatTakesLongerThanItIsGrantedIsNot() {
    ProgressFile file = file(Duration.ofHours(2));
    file.processing("d/1.csv");
    clock.advance(Duration.ofHours(2));
    file.rewrite();
    String before = content();
    clock.advance(Duration.ofSeconds(1));
    file.rewrite();

    assertThat(content()).isEqualTo(before);
    file.processing("d/2.csv");
    file.rewrite();
    assertThat(content()).contains("d/2.csv");
  }

  @Test
  void aLoopThatNoLongerLooksForWorkIsNotThoughTheProcessRuns() {
    ProgressFile file = file(null);
    file.looking();
    clock.advance(ProgressFile.LONGEST_LOOK);
    file.rewrite();
    String before = content();
    clock.advance(Duration.ofSeconds(1));
    file.rewrite();

    assertThat(content()).isEqualTo(before);
    file.looking();
    file.rewrite();
    assertThat(content()).isNotEqualTo(before);
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedByName() {
    ProgressFile file = new ProgressFile(directory.resolve("not/there"), null, clock);

    assertThatThrownBy(file::start)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--progress-file")
        .hasMessageContaining("not/there");
    file.close();
  }

  @Test
  void aWorkerThatIsAskedToWritesOne() throws IOException {
    Path data = Files.createDirectories(directory.resolve("data"));

    CommandRun.Result result =
        new CommandRun(directory)
            .line("worker --label y --data-root data --progress-file progress.txt");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(data.resolve("progress.txt")).content().contains("starting");
  }

  @Test
  void aLimitWithoutAFileIsRefused() {
    CommandRun.Result result = new CommandRun(directory).line("worker --label y --stuck-after 2h");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--stuck-after", "--progress-file");
  }
}
