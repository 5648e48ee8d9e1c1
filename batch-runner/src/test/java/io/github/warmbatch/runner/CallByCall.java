package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a process under {@code strace}, which stops it right after each system call that changes
 * something outside of it; there it goes on, or is killed. While it is stopped nothing of it runs,
 * so what a kill leaves does not depend on how quickly it comes.
 */
final class CallByCall {
  private static final String CALLS =
      "openat,write,pwrite64,writev,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink,"
          + "unlinkat,rmdir,mkdir,mkdirat,symlink,symlinkat,ftruncate,sendto,sendmsg";

  /** The trace gets a descriptor of its own; what the program says goes to a file. */
  private static final String REDIRECTION = "out=$1; shift; exec \"$@\" 3>&1 1>\"$out\" 2>&1";

  private CallByCall() {}

  /**
   * How far a process came.
   *
   * @param calls how many of its calls changed something outside
   * @param last the last of these, as strace writes it
   * @param exitCode of strace: that of the process, or 137 when it was killed
   */
  record Trace(int calls, String last, int exitCode) {}

  /** Why this cannot be done here, or nothing where it can. */
  static @Nullable String obstacle() {
    ProcessBuilder trial =
        new ProcessBuilder(
            "strace", "-f", "-qq", "-y", "-o", "/dev/null", "-e", "inject=write:signal=CONT", "true");
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

  /** Runs a program and kills it after that many calls, if it makes so many. */
  static Trace run(Path output, int killAfter, List<String> program) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", REDIRECTION, "sh"));
    command.add(output.toString());
    command.addAll(List.of("strace", "-f", "-qq", "-y", "-o", "/dev/fd/3"));
    command.addAll(List.of("-e", "trace=" + CALLS, "-e", "inject=" + CALLS + ":signal=STOP"));
    command.addAll(program);
    try (Signals signals = Signals.open()) {
      Process process = new ProcessBuilder(command).start();
      try (BufferedReader trace = process.inputReader(StandardCharsets.ISO_8859_1)) {
        return follow(trace, signals, killAfter, process);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  private static Trace follow(
      BufferedReader trace, Signals signals, int killAfter, Process process)
      throws IOException, InterruptedException {
    TracedCalls calls = new TracedCalls();
    int count = 0;
    String last = "none";
    for (String line = trace.readLine(); line != null; line = trace.readLine()) {
      TracedCalls.Stop stop = calls.next(line);
      if (stop != null && count < killAfter) {
        if (stop.isVisibleOutside()) {
          count++;
          last = stop.call();
        }
        // Signals go to the whole process, whichever of its threads is named.
        signals.send(count == killAfter ? "KILL" : "CONT", stop.thread());
      }
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("strace does not end");
    }
    return new Trace(count, last, process.exitValue());
  }
}
