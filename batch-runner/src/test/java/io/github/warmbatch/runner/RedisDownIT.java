package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.runner.RunnerProcess.Finished;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** The packaged worker, and a Redis that goes away in the middle of its run. */
class RedisDownIT {
  private static final String PASSWORD = "sesame";
  private static final String LOST = "The queue cannot be reached, next attempt in ";

  @TempDir private Path root;
  private int port;
  private RedisServer redis;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    redis = server();
    redis.start();
  }

  @AfterEach
  void stop() throws IOException {
    redis.stop();
  }

  @Test
  void theWorkerSaysThatItWaitsAndGoesOnWhenRedisIsBack() throws IOException {
    enqueue("1.csv");
    RunnerProcess worker = worker("--wait");
    worker.awaitLine("Waiting for work"::equals);
    redis.stop();
    worker.awaitErrors(line -> line.contains(LOST), 1);
    redis = server();
    redis.start();
    enqueue("2.csv");
    worker.awaitErrors(line -> line.contains("Checkpoint 2: 2.csv learned"), 1);
    worker.terminate();

    Finished stopped = worker.finish();

    assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
    assertThat(stopped.lines()).contains("Processing dataset: 1.csv", "Processing dataset: 2.csv");
    assertThat(stopped.errors()).contains("127.0.0.1:" + port).doesNotContain("\tat ", PASSWORD);
  }

  @Test
  void theWorkerGivesUpAfterItsPatience() throws IOException {
    enqueue("1.csv");
    RunnerProcess worker = worker("--wait", "--patience", "1s");
    worker.awaitLine("Waiting for work"::equals);
    redis.stop();

    Finished gaveUp = worker.finish();

    assertThat(gaveUp.exitCode()).as(gaveUp.errors()).isEqualTo(75);
    assertThat(gaveUp.errors())
        .contains(LOST + "500ms: Redis at 127.0.0.1:" + port + " cannot be reached")
        .contains("warmbatch: Gave up after ")
        .doesNotContain("\tat ", PASSWORD);
  }

  @Test
  void statusAndAWorkerThatAreRefusedShowNoPassword() throws IOException {
    for (String command : List.of("status", "worker --label label")) {
      Finished refused =
          RunnerProcess.start(
                  root,
                  Map.of("WARMBATCH_REDIS", "redis://:wrong-word@127.0.0.1:" + port),
                  command.split(" "))
              .finish();

      assertThat(refused.exitCode()).as(refused.errors()).isEqualTo(2);
      assertThat(refused.errors())
          .contains("refuses the user or the password")
          .doesNotContain("wrong-word", "\tat ");
    }
  }

  @Test
  void statusShowsNoPassword() throws IOException {
    enqueue("1.csv");
    Finished status = RunnerProcess.start(root, environment(), "status").finish();

    assertThat(status.exitCode()).as(status.errors()).isZero();
    assertThat(status.output()).contains("1").doesNotContain(PASSWORD);
    assertThat(status.errors()).doesNotContain(PASSWORD);
  }

  private RunnerProcess worker(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "worker";
    arguments[1] = "--label";
    arguments[2] = "label";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return RunnerProcess.start(root, environment(), arguments);
  }

  private Map<String, String> environment() {
    return Map.of("WARMBATCH_REDIS", "redis://:%s@127.0.0.1:%d".formatted(PASSWORD, port));
  }

  /** Writes a data set that differs from that of every other name, and queues it. */
  private void enqueue(String name) throws IOException {
    StringBuilder table = new StringBuilder("amount,label\n");
    for (int row = 0; row < 20; row++) {
      table.append(name.charAt(0)).append(row).append(',').append(row % 2).append('\n');
    }
    Files.writeString(root.resolve(name), table);
    Finished pushed = RunnerProcess.start(root, environment(), "enqueue", name).finish();
    assertThat(pushed.exitCode()).as(pushed.errors()).isZero();
  }

  private RedisServer server() throws IOException {
    return RedisServer.newRedisServer()
        .port(port)
        .bind("127.0.0.1")
        .setting("save \"\"")
        .setting("appendonly yes")
        .setting("dir " + Files.createDirectories(root.resolve("redis")))
        .setting("requirepass " + PASSWORD)
        .build();
  }
}
