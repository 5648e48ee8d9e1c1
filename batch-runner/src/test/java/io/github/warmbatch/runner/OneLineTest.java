package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.screening.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing from outside breaks a line or steers a terminal, wherever it is shown. */
final class OneLineTest {
  private static final String FORGED = "a.csv\r\nQueue empty, exiting\u001b[2J\u009b2J";
  private static final String SHOWN = "a.csv??Queue empty, exiting?[2J?2J";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console console(boolean terminal) {
    return new Console(
        out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), Path.of("/"), terminal);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u202e"})
  void whatIsUnfitIsReplaced(String unfit) {
    assertThat(OneLine.of("a" + unfit + "b")).isEqualTo("a?b");
  }

  @Test
  void whatIsFitStays() {
    assertThat(OneLine.of("übung/日本 \"1\" – 😀.csv")).isEqualTo("übung/日本 \"1\" – 😀.csv");
  }

  @Test
  void thePathOfAnEntryIsOneLineOfAWorker() {
    new TutorialLines(console(false), new UUID(0, 0)).processing(FORGED);

    assertThat(out()).isEqualTo("Processing dataset: " + SHOWN + "\n");
  }

  @Test
  void aReasonIsOneLineBesideTheProgress() {
    ProgressLine progress = new ProgressLine(console(false), 2);

    progress.failed("a.csv", FORGED, Duration.ofSeconds(1));
    progress.dead(FORGED, FORGED);
    progress.warning(FORGED);

    assertThat(err().lines())
        .containsExactly("Will be tried again: " + SHOWN, "Given up: " + SHOWN, SHOWN);
    assertThat(out()).isEqualTo("1 of 2  " + SHOWN + "\n");
  }

  @Test
  void whatIsLeftOutIsOneLineBesideTheProgress() {
    new ProgressLine(console(false), 2).dropped("a.csv", List.of(new Finding(FORGED, FORGED)));

    assertThat(err().lines())
        .singleElement()
        .asString()
        .startsWith("Column " + SHOWN + " is left out as an identifier: in a.csv it " + SHOWN);
  }

  @Test
  void thePathInTheProgressOfATerminalSteersNothing() {
    new ProgressLine(console(true), 1).processing(FORGED);

    assertThat(err()).isEqualTo("\r\u001b[K[........................] 0/1  " + SHOWN);
  }

  @Test
  void aLogEntryIsOneLine() {
    PrintStream before = System.err;
    System.setErr(console(false).err());
    try {
      LogListener log = new LogListener();
      log.failed("a.csv", FORGED, Duration.ofSeconds(1));
      log.dead("a.csv", FORGED);
      log.warning(FORGED);
      log.queueUnavailable(FORGED, Duration.ofSeconds(1));
    } finally {
      System.setErr(before);
    }

    assertThat(err().lines()).hasSize(4).allMatch(line -> line.endsWith(SHOWN));
  }

  @Test
  void aFailureIsOneLine() {
    new Failures(console(false)).report(new UsageException(FORGED));

    assertThat(err()).isEqualTo("warmbatch: " + SHOWN + "\n");
  }

  @Test
  void anArgumentThatIsUnknownIsOneLine() {
    CommandRun.Result result = new CommandRun(Path.of("/")).run("trainers", FORGED);

    assertThat(result.err().lines().toList().get(0)).contains(SHOWN);
    assertThat(result.err()).doesNotContain("\u001b");
  }
}
