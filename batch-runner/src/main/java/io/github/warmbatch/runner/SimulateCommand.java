package io.github.warmbatch.runner;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes simulated card transactions. */
@Command(
    name = "simulate",
    header = "Writes simulated card transactions.",
    description = {
      "Writes simulated card transactions: a file a day under datasets/training and a hold-out day,"
          + " with the three frauds of the Fraud Detection Handbook's simulator: amounts over 220,"
          + " terminals compromised for 28 days, customers whose amounts are multiplied for 14 days."
    },
    footer = {"", "Example:", "  warmbatch simulate --days 30 --out simulated"})
final class SimulateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--days",
      paramLabel = "N",
      required = true,
      description = "How many daily files to train on.")
  int days;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  String out = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, other transactions. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Mixin DataRootOption root = new DataRootOption();

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path directory = root.locations(console).resolve(out);
    Simulated simulated = Simulated.write(directory, days, seed);
    console.print("%d files in %s".formatted(simulated.training().size(), directory));
    console.print("Hold-out: " + simulated.holdOut());
    return ExitCode.DONE.code();
  }
}
