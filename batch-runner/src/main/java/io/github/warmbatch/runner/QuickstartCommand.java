package io.github.warmbatch.runner;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole job without anything to set up. */
@Command(
    name = "quickstart",
    header = "The whole job on simulated data; needs no services.",
    description = {
      "Shows the whole job, with no services and no data needed: simulates card transactions, starts"
          + " a Redis of its own, queues the daily files, and runs the same worker as production.",
      "",
      "Run it again with more days and it carries on from where it was. Kill it and run it again:"
          + " the result is that of an undisturbed run."
    },
    footer = {
      "",
      "Examples:",
      "  warmbatch quickstart",
      "  warmbatch quickstart --days 28                # a week more, from the last checkpoint on",
      "  warmbatch checkpoints list --output warmbatch-quickstart/output"
    })
final class QuickstartCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 3650;

  private final Console console;
  private final WorkerConnector connector;
  private final SignalHook signals;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where everything is put. Default: ${DEFAULT-VALUE}.")
  String dir = "warmbatch-quickstart";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How many days to simulate and learn. Default: ${DEFAULT-VALUE}.")
  int days = 21;

  @Mixin DataRootOption root = new DataRootOption();

  QuickstartCommand(Console console, WorkerConnector connector, SignalHook signals) {
    this.console = console;
    this.connector = connector;
    this.signals = signals;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (days < 1 || days > MOST_DAYS) {
      throw new UsageException("--days must be from 1 to %d, not %d".formatted(MOST_DAYS, days));
    }
    Path directory = root.locations(console).resolve(dir);
    return new Quickstart(console, connector, directory, signals).run(days);
  }
}
