package io.github.warmbatch.runner;

import java.util.Set;
import java.util.TimeZone;

/** The entry point of {@code batch-runner.jar}. */
public final class Main {
  private static final Set<String> WORKING = Set.of("worker", "quickstart");

  private Main() {}

  /** Runs one command and exits with its {@linkplain ExitCode code}. */
  public static void main(String[] args) {
    int code;
    // Before all else: the rest of the start takes a while, in which a signal may come.
    try (SignalHook signals = works(args) ? SignalHook.install() : SignalHook.none()) {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      Console console = Console.ofProcess();
      System.setErr(console.err());
      code = signals.finished(run(args, console, signals));
    }
    System.exit(code);
  }

  /** Whether the command has work in hand when a signal comes; all others just end. */
  private static boolean works(String[] args) {
    int command = 0;
    while (command < args.length && args[command].startsWith("--log")) {
      command += args[command].contains("=") ? 1 : 2;
    }
    return command < args.length && WORKING.contains(args[command]);
  }

  /** Runs one command and returns its exit code; never throws. */
  private static int run(String[] args, Console console, SignalHook signals) {
    try {
      return CommandTree.of(console, signals).execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Failures(console).report(e);
    }
  }
}
