package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The packaged jar, started as a user starts it. */
final class RunnerProcess {
  private static final int SECONDS = 90;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<Void> outputEnded;
  private final CompletableFuture<String> errors;

  private RunnerProcess(Process process) {
    this.process = process;
    this.outputEnded = CompletableFuture.runAsync(this::collect);
    this.errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
  }

  /** Starts a command in a directory. */
  static RunnerProcess start(Path directory, String... arguments) {
    return start(directory, Map.of(), arguments);
  }

  /** Starts a command in a directory with further environment variables. */
  static RunnerProcess start(Path directory, Map<String, String> environment, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("WARMBATCH_"));
    builder.environment().putAll(environment);
    return start(builder);
  }

  /** Starts a command that {@link #command} gave. */
  static RunnerProcess start(Path directory, List<String> command) {
    return start(new ProcessBuilder(command).directory(directory.toFile()));
  }

  private static RunnerProcess start(ProcessBuilder builder) {
    try {
      return new RunnerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What starts the packed jar. */
  static List<String> command(String... arguments) {
    List<String> command = JavaCommand.of("-jar", JavaCommand.runnerJar().toString());
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Starts a command and waits for its end. */
  static Finished run(Path directory, String... arguments) {
    return start(directory, arguments).finish();
  }

  /** What a process left. */
  record Finished(int exitCode, List<String> lines, String errors) {
    String output() {
      return String.join("\n", lines);
    }
  }

  /** Waits for the end. */
  Finished finish() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("Still running after %d s: %s".formatted(SECONDS, lines));
      }
      outputEnded.join();
      synchronized (lines) {
        return new Finished(process.exitValue(), List.copyOf(lines), errors.join());
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  /** Waits until a line of the standard output is one of these, or the process ends. */
  void awaitLine(Predicate<String> wanted) {
    awaitLines(wanted, 1);
  }

  /** Waits until that many lines of the standard output are ones of these, or the process ends. */
  void awaitLines(Predicate<String> wanted, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    synchronized (lines) {
      while (lines.stream().filter(wanted).count() < count && !outputEnded.isDone()) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("No such line within %d s: %s".formatted(SECONDS, lines));
        }
        try {
          lines.wait(Math.min(left, 1000));
        } catch (InterruptedException e) {
          throw new AssertionError("Nobody interrupts this test", e);
        }
      }
    }
  }

  /** Kills the process as a power cut would. */
  void kill() {
    process.destroyForcibly();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether the process ends by itself within this time. */
  boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  private void collect() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      // A killed process closes its output at any moment.
      synchronized (lines) {
        lines.notifyAll();
      }
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }
}
