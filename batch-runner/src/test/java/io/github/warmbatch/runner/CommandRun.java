package io.github.warmbatch.runner;

import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process, over a queue in memory, in a working directory of one's own. */
final class CommandRun {
  private final Path workingDirectory;
  private final InMemoryJobQueue queue = InMemoryJobQueue.builder().name("datasets").build();
  private final Map<String, String> environment = new HashMap<>();

  private byte[] input = new byte[0];
  private Order order = Order.FIFO;

  CommandRun(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  /**
   * What came of a command.
   *
   * @param code the exit code
   * @param out standard output
   * @param err standard error
   */
  record Result(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  CommandRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Pipes this into the commands that follow. */
  CommandRun piped(byte[] content) {
    input = content;
    return this;
  }

  InMemoryJobQueue queue() {
    return queue;
  }

  /** The order under which the last command that changed the queue connected to it. */
  Order order() {
    return order;
  }

  Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            workingDirectory,
            false);
    int code =
        CommandTree.of(
                console,
                (options, asked) -> {
                  order = asked;
                  return queue.connectAs("command");
                },
                (options, lease) -> queue.connectAs(lease.workerId()))
            .execute(args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command line written as one string, with a space between arguments. */
  Result line(String line) {
    return run(Arrays.stream(line.split(" ")).toArray(String[]::new));
  }
}
