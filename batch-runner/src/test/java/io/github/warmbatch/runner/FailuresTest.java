package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.ConfigurationException;
import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import io.github.warmbatch.queue.SupersededException;
import io.github.warmbatch.training.TrainingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FailuresTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Failures failures =
      new Failures(
          new Console(
              OutputStream.nullOutputStream(),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Map.of(),
              Path.of("/"),
              false));

  private String printed() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatTheUserCanPutRightIsUsage() {
    assertThat(failures.report(new UsageException("--x: y"))).isEqualTo(2);
    assertThat(failures.report(new ConfigurationException("other label"))).isEqualTo(2);
    assertThat(failures.report(new DatasetException("a.csv: no rows"))).isEqualTo(2);
    assertThat(failures.report(new TrainingException("no columns"))).isEqualTo(2);
    assertThat(printed())
        .isEqualTo(
            """
            warmbatch: --x: y
            warmbatch: other label
            warmbatch: a.csv: no rows
            warmbatch: no columns
            """);
  }

  @Test
  void aQueueThatRefusesIsAMatterOfConfiguration() {
    assertThat(failures.report(new QueueRefusedException("asks for a password"))).isEqualTo(2);
  }

  @Test
  void aLostQueueIsToBeTriedAgain() {
    assertThat(failures.report(new QueueException("not reachable"))).isEqualTo(75);
    assertThat(failures.report(new SupersededException("a younger one"))).isEqualTo(75);
    assertThat(failures.report(new InterruptedException())).isEqualTo(75);
  }

  @Test
  void aDamagedLineageIsOneLine() {
    assertThat(failures.report(new CheckpointException("00000001.json is damaged"))).isEqualTo(1);
    assertThat(printed()).isEqualTo("warmbatch: 00000001.json is damaged\n");
  }

  @Test
  void aDefectSaysHowToSeeMore() {
    assertThat(failures.report(new IllegalStateException("oops"))).isEqualTo(1);
    assertThat(printed())
        .isEqualTo(
            """
            warmbatch: unexpected IllegalStateException: oops
            For the stack trace run it again with --log debug.
            """);
  }

  @Test
  void aFullDiskIsNamed() {
    UncheckedIOException full =
        new UncheckedIOException("cannot write standard output: full", new IOException("full"));

    assertThat(failures.report(full)).isEqualTo(1);
    assertThat(printed()).isEqualTo("warmbatch: cannot write standard output: full\n");
  }

  @Test
  void aReaderWhoHasHadEnoughIsNoFailure() {
    assertThat(failures.report(new OutputClosedException(new IOException("Broken pipe")))).isZero();
    assertThat(printed()).isEmpty();
  }

  @Test
  void passwordsAreNotPrinted() {
    failures.report(new QueueException("redis://:secret@host cannot be reached"));

    assertThat(printed()).doesNotContain("secret");
  }

  @Test
  void runningOutOfMemorySaysHowToGetMore() {
    assertThat(failures.report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(printed()).contains("WARMBATCH_JAVA_OPTS");
  }
}
