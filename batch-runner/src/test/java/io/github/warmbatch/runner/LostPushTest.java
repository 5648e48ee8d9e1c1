package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.QueueCall;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push whose answer does not arrive. */
final class LostPushTest {
  @TempDir Path root;
  private final InMemoryJobQueue queue = InMemoryJobQueue.builder().name("datasets").build();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void itIsSaidThatItMayHaveArrivedAndThatAgainDoesNoHarm() throws Exception {
    assertThat(push()).isEqualTo(75);
    assertThat(said())
        .contains("It is not known whether all, some or none were pushed.")
        .contains("once more does no harm");
    assertThat(queue.stats().queued()).isEqualTo(1);
  }

  @Test
  void ofARepeatItIsSaidToLookFirst() throws Exception {
    assertThat(push("--again")).isEqualTo(75);
    assertThat(said()).contains("Look with 'warmbatch status'").doesNotContain("no harm");
  }

  private int push(String... more) throws Exception {
    Files.writeString(root.resolve("a.csv"), "x");
    Faults faults = new Faults().at(QueueCall.SUBMIT, 1, Fault.answerLost());
    Console console =
        new Console(
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            root,
            false);
    String[] line = new String[more.length + 2];
    line[0] = "enqueue";
    line[1] = "a.csv";
    System.arraycopy(more, 0, line, 2, more.length);
    return CommandTree.of(
            console,
            (options, order) -> faults.around(queue.connectAs("command")),
            (options, lease) -> queue.connectAs("worker"))
        .execute(line);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
