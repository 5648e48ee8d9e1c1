package io.github.warmbatch.runner;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line without a command. */
@Command(
    name = "warmbatch",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Carries one model on over the data sets of a queue, crash-safe: whatever is killed, and"
          + " whenever, every data set counts exactly once."
    },
    footer = {
      "",
      "Begin here:",
      "  warmbatch quickstart                 the whole job on simulated data, no services needed",
      "  warmbatch worker --help              the job on your own data"
    })
final class RootCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version.")
  boolean version;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      scope = ScopeType.INHERIT,
      description =
          "How much is logged on standard error: error, warn, info (the default), debug, trace."
              + " With debug, failures come with their stack trace.")
  Logging.Level log = Logging.Level.INFO;

  @Spec @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getErr());
    throw new ParameterException(line, "Which command?");
  }
}
