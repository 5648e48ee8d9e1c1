package io.github.warmbatch.runner;

import io.github.warmbatch.runner.simulate.DailyFiles;
import io.github.warmbatch.runner.simulate.DailyFormat;
import io.github.warmbatch.runner.simulate.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A data root with simulated days, a Redis of its own, and the packaged worker on them. */
final class WorkerBench implements AutoCloseable {
  static final String TRAINING = "datasets/training/";
  private static final String HOLD_OUT = "datasets/testing/hold-out.csv";

  final Path root;
  final RedisCommands redis;
  private final EmbeddedRedis server;
  private final List<String> paths = new ArrayList<>();

  WorkerBench(Path root, int days) {
    this.root = root;
    Simulator simulator = Simulator.builder().customers(60).terminals(120).seed(7).build();
    try {
      DailyFiles files = DailyFiles.in(root.resolve(TRAINING), DailyFormat.CSV);
      for (Path file : files.write(simulator, 0, days)) {
        paths.add(TRAINING + file.getFileName());
      }
      Path day =
          DailyFiles.in(root.resolve("datasets/testing"), DailyFormat.CSV)
              .write(simulator.day(days));
      Files.move(day, root.resolve(HOLD_OUT));
      this.server = EmbeddedRedis.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.redis = new RedisCommands(server.uri());
  }

  String uri() {
    return server.uri();
  }

  /** The paths of the days, relative to the data root. */
  List<String> paths() {
    return paths;
  }

  void push(List<String> entries) {
    redis.send("RPUSH datasets " + String.join(" ", entries));
  }

  RunnerProcess.Finished work(String... more) {
    return start(more).finish();
  }

  RunnerProcess start(String... more) {
    return RunnerProcess.start(root, Map.of(), arguments(more));
  }

  /** Starts a worker that has classes of the test's own beside those of the jar. */
  RunnerProcess startWith(Path classes, String... more) {
    return RunnerProcess.startWith(classes, root, arguments(more));
  }

  /** The command line of a worker on these days. */
  String[] arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("worker", "--redis", uri()));
    arguments.addAll(List.of("--data-root", root.toString(), "--label", "TX_FRAUD_SCENARIO"));
    arguments.addAll(List.of("--ignore", "TRANSACTION_ID,TX_FRAUD", "--hold-out", HOLD_OUT));
    if (!List.of(more).contains("--worker-id")) {
      arguments.addAll(List.of("--worker-id", "worker-0"));
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** What the newest model says of every row of the hold-out. */
  List<String> predictions() {
    return RunnerProcess.run(root, "predict", "--model", "output", "--checkpoint", "head", HOLD_OUT)
        .lines();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
