package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends signals that Java cannot send, by a shell that is kept. For one thread. */
final class Signals implements AutoCloseable {
  private static final String SHELL = "/bin/sh";
  private static final String LOOP =
      "while read -r name pid; do kill -s \"$name\" \"$pid\" 2>/dev/null; echo sent; done";

  private final Process shell;
  private final Writer commands;
  private final BufferedReader answers;

  private Signals(Process shell) {
    this.shell = shell;
    this.commands = shell.outputWriter(StandardCharsets.US_ASCII);
    this.answers = shell.inputReader(StandardCharsets.US_ASCII);
  }

  /** Whether this machine has signals. */
  static boolean areKnown() {
    return Files.isExecutable(Path.of(SHELL));
  }

  static Signals open() {
    try {
      return new Signals(new ProcessBuilder(SHELL, "-c", LOOP).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends a signal, such as {@code STOP}, and returns when it was sent; one that ended does not get
   * it.
   */
  void send(String name, long pid) {
    try {
      commands.write(name + " " + pid + "\n");
      commands.flush();
      if (!"sent".equals(answers.readLine())) {
        throw new AssertionError("The shell that sends signals has ended");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    shell.destroy();
  }
}
