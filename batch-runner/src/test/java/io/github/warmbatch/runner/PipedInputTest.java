package io.github.warmbatch.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scored comes through a pipe, and scores as the file does. */
final class PipedInputTest {
  private static final byte[] CSV = "x,y\n1,0\n2,1\n3,0\n".getBytes(UTF_8);

  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));
  private String expected = "";

  @BeforeEach
  void learn() throws IOException {
    run = new CommandRun(root);
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int row = 0; row < 60; row++) {
      rows.append(row % 7).append(row % 2 == 0 ? ",0\n" : ",1\n");
    }
    Files.writeString(root.resolve("1.csv"), rows);
    Files.write(root.resolve("new.csv"), CSV);
    run.line("enqueue 1.csv");
    assertThat(run.line("worker --label y --trainer logistic").code()).isZero();
    expected = run.line("predict --model output new.csv").out();
    assertThat(expected.lines()).hasSize(4);
  }

  @Test
  void standardInputIsReadByWhatItBeginsWith() throws IOException {
    assertThat(run.piped(CSV).line("predict --model output -").out()).isEqualTo(expected);
    assertThat(run.piped(zipped(CSV)).line("predict --model output -").out()).isEqualTo(expected);
  }

  @Test
  void aPickleIsTakenForOne() throws IOException {
    byte[] pickle = {(byte) 0x80, 4, 'N', '.'};

    for (byte[] content : new byte[][] {pickle, zipped(pickle)}) {
      CommandRun.Result result = run.piped(content).line("predict --model output -");

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).startsWith("warmbatch: standard input: ").contains("pickle");
    }
  }

  @Test
  void theFormatThatIsNamedBeatsTheNameAndTheContent() throws IOException {
    Files.write(root.resolve("new.txt"), CSV);

    assertThat(run.line("predict --model output --format csv new.txt").out()).isEqualTo(expected);
    CommandRun.Result result = run.piped(CSV).line("predict --model output --format pkl -");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("warmbatch: standard input: ");
  }

  @Test
  void aFormatThatIsUnknownIsNamed() {
    CommandRun.Result result = run.piped(CSV).line("predict --model output --format xls -");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("standard input", "'input.xls'", "CsvReader");
  }

  @Test
  void anEmptyPipeAndDamagedGzipAreRefusedAndTheInputIsNamedOnce() throws IOException {
    byte[] damaged = Arrays.copyOf(zipped(CSV), 20);

    for (byte[] content : new byte[][] {{}, damaged, {0x1f, (byte) 0x8b}}) {
      CommandRun.Result result = run.piped(content).line("predict --model output -");

      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).containsOnlyOnce("standard input: ");
    }
  }

  @Test
  void aColumnThatIsMissingIsNamedAsIsTheInput() {
    CommandRun.Result result =
        run.piped("z,y\n1,0\n".getBytes(UTF_8)).line("predict --model output -");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("standard input: ", "'x' is missing");
  }

  @Test
  void evaluateReadsStandardInputToo() {
    CommandRun.Result piped = run.piped(CSV).line("evaluate --json --model output -");

    assertThat(piped.code()).isZero();
    assertThat(piped.out()).isEqualTo(run.line("evaluate --json --model output new.csv").out());
  }

  @Test
  void aNamedPipeIsReadToItsEnd() throws Exception {
    Path pipe = root.resolve("pipe");
    Assumptions.assumeTrue(madeFifo(pipe), "there is no mkfifo here");
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(pipe));

    assertThat(run.line("predict --model output pipe").out()).isEqualTo(expected);
    writer.join();
  }

  private static boolean madeFifo(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void write(Path pipe) {
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(CSV);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
