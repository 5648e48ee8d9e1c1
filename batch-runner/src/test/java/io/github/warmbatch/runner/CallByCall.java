package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a process under {@code strace}, which stops it right after each system call that changes
 * something outside of it; there it goes on, now or later, or is killed. While it is stopped
 * nothing of it runs, so what a kill leaves does not depend on how quickly it comes.
 */
final class CallByCall {
  private static final String CALLS =
      "openat,write,pwrite64,writev,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink,"
          + "unlinkat,rmdir,mkdir,mkdirat,symlink,symlinkat,ftruncate,sendto,sendmsg";

  /** The trace gets a descriptor of its own; what the program says goes to a file. */
  private static final String REDIRECTION = "out=$1; shift; exec \"$@\" 3>&1 1>\"$out\" 2>&1";

  /** Long enough for a worker on a machine that does much else. */
  private static final Executor LIMIT = CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES);

  private CallByCall() {}

  /**
   * How far a process came.
   *
   * @param calls those of its calls that changed something outside, as strace writes them
   * @param exitCode of strace: that of the process, or 137 when it was killed
   */
  record Trace(List<String> calls, int exitCode) {}

  /** Is told of each call, when the process is stopped after it; answers whether to kill it. */
  @FunctionalInterface
  interface Watcher {
    boolean kills(int number, String call);
  }

  /** Why this cannot be done here, or nothing where it can. */
  static @Nullable String obstacle() {
    ProcessBuilder trial =
        new ProcessBuilder(
            "strace",
            "-f",
            "-qq",
            "-y",
            "-o",
            "/dev/null",
            "-e",
            "inject=write:signal=CONT",
            "true");
    try {
      Process process = trial.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? null : "strace cannot be used here: " + said.strip();
    } catch (IOException e) {
      return "there is no strace here: " + e.getMessage();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  /** Runs a program, under the eyes of a watcher; what it says goes to a file. */
  static Trace run(Path output, List<String> program, Watcher watcher) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", REDIRECTION, "sh"));
    command.add(output.toString());
    command.addAll(List.of("strace", "-f", "-qq", "-y", "-o", "/dev/fd/3"));
    command.addAll(List.of("-e", "trace=" + CALLS, "-e", "inject=" + CALLS + ":signal=STOP"));
    command.addAll(program);
    try (Signals signals = Signals.open()) {
      Process process = new ProcessBuilder(command).start();
      CompletableFuture<?> limit =
          CompletableFuture.runAsync(process.toHandle()::destroyForcibly, LIMIT);
      try (BufferedReader trace = process.inputReader(StandardCharsets.ISO_8859_1)) {
        return follow(trace, signals, watcher, process);
      } finally {
        limit.cancel(true);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  private static Trace follow(
      BufferedReader trace, Signals signals, Watcher watcher, Process process)
      throws IOException, InterruptedException {
    TracedCalls calls = new TracedCalls();
    List<String> visible = new ArrayList<>();
    boolean killed = false;
    for (String line = trace.readLine(); line != null; line = trace.readLine()) {
      TracedCalls.Stop stop = calls.next(line);
      if (stop != null && !killed) {
        if (stop.isVisibleOutside()) {
          visible.add(stop.call());
          killed = watcher.kills(visible.size(), stop.call());
        }
        // Signals go to the whole process, whichever of its threads is named.
        signals.send(killed ? "KILL" : "CONT", stop.thread());
        if (killed) {
          // It may wait for ever for a thread that it was about to let stand still.
          signals.send("KILL", process.pid());
        }
      }
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("strace does not end");
    }
    return new Trace(visible, process.exitValue());
  }
}
