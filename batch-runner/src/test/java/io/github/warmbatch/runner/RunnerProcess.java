package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The packaged jar, started as a user starts it. */
final class RunnerProcess {
  private static final int SECONDS = 90;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final CompletableFuture<Void> outputEnded;
  private final CompletableFuture<Void> errorsEnded;

  private RunnerProcess(Process process) {
    this.process = process;
    this.outputEnded =
        CompletableFuture.runAsync(() -> collect(process.getInputStream(), lines));
    this.errorsEnded =
        CompletableFuture.runAsync(() -> collect(process.getErrorStream(), errors));
  }

  /** Starts a command in a directory. */
  static RunnerProcess start(Path directory, String... arguments) {
    return start(directory, Map.of(), arguments);
  }

  /** Starts a command in a directory with further environment variables. */
  static RunnerProcess start(Path directory, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(jar().toString());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("WARMBATCH_"));
    builder.environment().putAll(environment);
    try {
      return new RunnerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      return new Finished(process.exitValue(), copy(lines), errors());
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

  /** Waits until a line of the standard error is one of these, or the process ends. */
  void awaitError(Predicate<String> wanted) {
    await(errors, errorsEnded, wanted, 1);
  }

  private void await(
      List<String> where, CompletableFuture<Void> ended, Predicate<String> wanted, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    synchronized (where) {
      while (where.stream().filter(wanted).count() < count && !ended.isDone()) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("No such line within %d s: %s".formatted(SECONDS, where));
        }
        try {
          where.wait(Math.min(left, 1000));
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

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  private String errors() {
    return copy(errors).stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> copy(List<String> lines) {
    synchronized (lines) {
      return List.copyOf(lines);
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

  private static Path jar() {
    Path jar = Path.of(System.getProperty("warmbatch.jar", "target/batch-runner.jar"));
    if (!Files.exists(jar)) {
      throw new AssertionError(jar + " is not there: run the tests by mvnw verify");
    }
    return jar.toAbsolutePath();
  }
}
