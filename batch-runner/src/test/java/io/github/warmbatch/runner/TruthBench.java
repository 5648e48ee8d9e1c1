package io.github.warmbatch.runner;

import io.github.warmbatch.HashChainTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Data, queues, a Redis that keeps what it answered, and workers as processes. */
final class TruthBench implements AutoCloseable {
  final DurableRedis redis;
  final RedisCommands commands;
  final List<TruthQueue> queues;
  private final Path root;
  private final Path logs;
  private final Path jar;
  private final Path archive;

  TruthBench(Path root, TruthPlan plan) throws IOException {
    this.root = root;
    this.logs = Files.createDirectory(root.resolve("logs"));
    this.jar =
        ClassesJar.write(root.resolve("worker.jar"), TruthWorker.class, HashChainTrainer.class);
    this.archive = root.resolve("worker.jsa");
    this.queues =
        IntStream.range(0, plan.queues())
            .mapToObj(i -> new TruthQueue(root, "queue-" + i, plan.jobs() / plan.queues()))
            .toList();
    this.redis = new DurableRedis(Files.createDirectory(root.resolve("redis")));
    this.commands = new RedisCommands(redis.uri());
  }

  /** Lets a worker learn a little, so that all that follow start in half the time. */
  void warmUp() throws IOException, InterruptedException {
    TruthQueue little = new TruthQueue(root, "little", 2);
    push(little);
    Process worker = launch(little, "warm-up", "warm-up", "-XX:ArchiveClassesAtExit=" + archive);
    if (!worker.waitFor(60, TimeUnit.SECONDS) || worker.exitValue() != 0) {
      throw new AssertionError("Even an undisturbed worker fails: " + log("warm-up"));
    }
    commands.send("FLUSHALL");
  }

  void push(TruthQueue queue) {
    commands.send("RPUSH " + queue.name + " " + String.join(" ", queue.entries()));
  }

  /** Starts a worker; what it says goes to a log of this name. */
  Process start(TruthQueue queue, String workerId, String log) throws IOException {
    return launch(queue, workerId, log, "-XX:SharedArchiveFile=" + archive);
  }

  private Process launch(TruthQueue queue, String workerId, String log, String option)
      throws IOException {
    List<String> command =
        JavaCommand.of(option, "-Xmx128m", "-cp", jar + ":" + JavaCommand.runnerJar());
    command.add(TruthWorker.class.getName());
    command.addAll(List.of(redis.uri(), queue.name, root.toString(), queue.output.toString()));
    command.addAll(List.of(workerId, Long.toString(TruthPlan.LEASE.toMillis())));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(logFile(log).toFile())
        .start();
  }

  /** Entries that are not done. */
  int left() {
    return queues.stream()
        .mapToInt(queue -> Integer.parseInt(commands.send("LLEN " + queue.name).substring(1)))
        .sum();
  }

  /** What a worker said. */
  String log(String name) throws IOException {
    return Files.readString(logFile(name));
  }

  /** Whether a worker said anything yet. */
  boolean hasSpoken(String name) {
    return logFile(name).toFile().length() > 0;
  }

  /** When a worker said something for the last time. */
  FileTime spokeLast(String name) {
    try {
      return Files.getLastModifiedTime(logFile(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every line that any worker said. */
  List<String> allLines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private Path logFile(String name) {
    return logs.resolve(name + ".log");
  }

  @Override
  public void close() {
    redis.close();
  }
}
