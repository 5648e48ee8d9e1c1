package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Manifest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A data set that takes long enough to learn for its worker to be met in the middle of it, a short
 * one behind it, and the packed worker on them.
 */
final class LongJobBench implements AutoCloseable {
  static final String LONG = "long.csv";
  static final String SHORT = "short.csv";
  private static final int ROWS = 150_000;

  private final Path root;
  private final EmbeddedRedis server;
  private final RedisCommands redis;
  private final Signals signals = Signals.open();

  LongJobBench(Path root) throws IOException {
    this.root = root;
    write(LONG, ROWS);
    write(SHORT, 100);
    this.server = EmbeddedRedis.start();
    this.redis = new RedisCommands(server.uri());
  }

  private void write(String name, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(root.resolve(name))) {
      out.write("AMOUNT,HOUR,LABEL\n");
      for (int row = 0; row < rows; row++) {
        int amount = row * 7919 % 10_007;
        int label = amount > 6_000 ^ row % 1_009 == 0 ? 1 : 0;
        out.write(amount + "," + row % 24 + "," + label + "\n");
      }
    }
  }

  /** Pushes both data sets. */
  void push() {
    redis.send("RPUSH datasets " + LONG + " " + SHORT);
  }

  RunnerProcess start(String workerId, String lease, String... more) {
    List<String> command =
        RunnerProcess.command("worker", "--redis", server.uri(), "--data-root", root.toString());
    command.addAll(List.of("--label", "LABEL", "--classes", "0,1"));
    command.addAll(List.of("--worker-id", workerId, "--lease", lease));
    command.addAll(List.of(more));
    return RunnerProcess.start(root, command);
  }

  /** Starts a worker that stands still in the middle of the long job. */
  RunnerProcess startFrozenInMidJob(String workerId, String lease) {
    RunnerProcess worker = start(workerId, lease);
    worker.awaitLine(("Processing dataset: " + LONG)::equals);
    signals.send("STOP", worker.pid());
    assertInMidJob();
    return worker;
  }

  /** Starts a worker that is killed in the middle of the long job. */
  void startKilledInMidJob(String workerId, String lease) {
    RunnerProcess worker = startFrozenInMidJob(workerId, lease);
    worker.kill();
    worker.finish();
    assertInMidJob();
  }

  /** Else the machine is so fast that the job must be made longer. */
  private void assertInMidJob() {
    assertThat(decisions()).isEmpty();
    assertThat(redis.send("LLEN datasets")).isEqualTo(":2");
  }

  void thaw(RunnerProcess worker) {
    signals.send("CONT", worker.pid());
  }

  /** Both were learned once, in order, and nothing is left. */
  void assertBothWereLearnedOnceInOrder() {
    assertThat(decisions().stream().map(TruthQueue::decision))
        .containsExactly("absorbed " + LONG, "absorbed " + SHORT);
    assertThat(status()).contains("\"queued\" : 0", "\"inFlight\" : 0", "\"completed\" : 2");
    assertThat(redis.keys()).doesNotContain("datasets", "{datasets}:begun");
  }

  private String status() {
    return RunnerProcess.start(root, Map.of(), "status", "--redis", server.uri(), "--json")
        .finish()
        .output();
  }

  /** The decisions of the lineage. */
  List<Manifest> decisions() {
    return FileCheckpointStore.in(root.resolve("output")).lineage().history();
  }

  @Override
  public void close() {
    signals.close();
    server.close();
  }
}
