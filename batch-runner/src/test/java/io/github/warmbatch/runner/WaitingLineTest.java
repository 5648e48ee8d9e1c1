package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueStats;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker says that it waits for others' jobs once, not at each look. */
final class WaitingLineTest {
  @TempDir Path root;

  /** Others have work in hand for some looks; then nothing is left. */
  private static final class OthersWork implements JobQueue {
    private final JobQueue empty = InMemoryJobQueue.builder().name("datasets").build();
    private int looks = 5;

    @Override
    public String name() {
      return empty.name();
    }

    @Override
    public void submit(List<Payload> entries) {
      empty.submit(entries);
    }

    @Override
    public Claim claim(Duration timeout) {
      looks--;
      return looks > 0 ? new Claim.Wait(Duration.ofSeconds(1)) : new Claim.Drained();
    }

    @Override
    public QueueStats stats() {
      return new QueueStats(0, 1, 0, 0);
    }

    @Override
    public DeadLetters deadLetters() {
      return empty.deadLetters();
    }

    @Override
    public void close() {
      empty.close();
    }
  }

  @Test
  void oneIdlePeriodIsOneLine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OthersWork queue = new OthersWork();
    Console console = new Console(out, System.err, Map.of(), root, true);

    int code =
        CommandTree.of(console, (options, order) -> queue, (options, lease) -> queue)
            .execute("worker", "--label", "y");

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
        .containsExactly(
            "Initial queue state: empty=False", "Waiting for work", "Queue empty, exiting");
  }
}
