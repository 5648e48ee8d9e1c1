package io.github.warmbatch.runner;

import java.util.TimeZone;

/** The entry point of {@code batch-runner.jar}. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its {@linkplain ExitCode code}. */
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Console console = Console.ofProcess();
    System.setErr(console.err());
    int code = run(args, console);
    System.exit(code);
  }

  /** Runs one command and returns its exit code; never throws. */
  static int run(String[] args, Console console) {
    try {
      return CommandTree.of(console).execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Failures(console).report(e);
    }
  }
}
