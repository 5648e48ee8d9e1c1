package io.github.warmbatch.runner;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a command: tests put their own in its place.
 *
 * @param in what is piped to a command
 * @param out for the fixed lines and for data, and for nothing else; not buffered
 * @param err for the log, progress and failures
 * @param environment the environment variables
 * @param workingDirectory absolute
 * @param terminal whether a person watches {@code err}
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    Path workingDirectory,
    boolean terminal) {

  /** One with nothing to read. */
  Console(
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      Path workingDirectory,
      boolean terminal) {
    this(InputStream.nullInputStream(), out, err, environment, workingDirectory, terminal);
  }

  /** Writes to standard output. */
  @FunctionalInterface
  interface Printing {
    void to(OutputStream out) throws IOException;
  }

  /** This process's own. Text is UTF-8 whatever the locale. */
  static Console ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        environment,
        Path.of("").toAbsolutePath(),
        Terminal.watches(environment));
  }

  /** Prints one line at once, whatever the text in it would make of the output. */
  void print(String line) {
    write(OneLine.of(line));
  }

  /** Prints an answer for programs, which has its own ways with special characters. */
  void printJson(String json) {
    write(json);
  }

  /**
   * Lets a command write its data.
   *
   * @throws OutputClosedException when nobody reads them any more
   * @throws UncheckedIOException when they cannot be written for another reason: a full disk, say
   */
  void print(Printing printing) {
    try {
      printing.to(out);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Broken pipe") || message.contains("pipe is being closed")) {
        throw new OutputClosedException(e);
      }
      throw new UncheckedIOException("cannot write standard output: " + message, e);
    }
  }

  /** Tells people something beside the data, on one line and without passwords. */
  void tell(String line) {
    err.println(OneLine.of(Secrets.hide(line)));
  }

  private void write(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    print(stream -> stream.write(bytes));
  }
}
