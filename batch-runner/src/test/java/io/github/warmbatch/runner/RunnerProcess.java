package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.File;
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
  private static final int SECONDS = 240;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<Void> outputEnded;
  private final List<String> errorLines = new ArrayList<>();
  private final CompletableFuture<Void> errorsEnded;

  private RunnerProcess(Process process) {
    this.process = process;
    this.outputEnded = CompletableFuture.runAsync(() -> collect(process.getInputStream(), lines));
    this.errorsEnded =
        CompletableFuture.runAsync(() -> collect(process.getErrorStream(), errorLines));
  }

  /** Starts a command in a directory. */
  static RunnerProcess start(Path directory, String... arguments) {
    return start(directory, Map.of(), arguments);
  }

  /** Starts a command in a directory with further environment variables. */
  static RunnerProcess start(Path directory, Map<String, String> environment, String... arguments) {
    return start(directory, environment, command(arguments));
  }

  /** Starts a command with classes of the test's own beside the jar's. */
  static RunnerProcess startWith(Path classes, Path directory, String... arguments) {
    String tests = System.getProperty("warmbatch.testClasses", "target/test-classes");
    String path =
        String.join(
            File.pathSeparator,
            JavaCommand.runnerJar().toString(),
            classes.toString(),
            Path.of(tests).toAbsolutePath().toString());
    List<String> command = JavaCommand.of("-cp", path, Main.class.getName());
    command.addAll(Arrays.asList(arguments));
    return start(directory, Map.of(), command);
  }

  private static RunnerProcess start(
      Path directory, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
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
      errorsEnded.join();
      return new Finished(process.exitValue(), List.copyOf(lines), String.join("\n", errorLines));
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
    await(lines, outputEnded, wanted, count);
  }

  /** Waits until that many lines of standard error are ones of these, or the process ends. */
  void awaitErrors(Predicate<String> wanted, int count) {
    await(errorLines, errorsEnded, wanted, count);
  }

  private static void await(
      List<String> lines, CompletableFuture<Void> ended, Predicate<String> wanted, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    synchronized (lines) {
      while (lines.stream().filter(wanted).count() < count && !ended.isDone()) {
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

  /** Sends SIGTERM, and goes on reading what the process has to say, which destroy would end. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Sends SIGINT, as Ctrl-C at a terminal does. */
  void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void collect(InputStream stream, List<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
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
}
