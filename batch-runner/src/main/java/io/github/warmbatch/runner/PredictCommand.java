package io.github.warmbatch.runner;

import io.github.warmbatch.SavedModel;
import io.github.warmbatch.training.Predictions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores a file. */
@Command(
    name = "predict",
    header = "Scores each row of a file.",
    description = {
      "Scores each row of a file. Prints CSV: row (from 0), prediction, score (the probability of"
          + " any positive class), and the probability of each class. The label column may be there"
          + " or not. Equal checkpoints and equal input give equal bytes."
    },
    footer = {
      "",
      "Examples:",
      "  warmbatch predict --model output transactions.csv > scores.csv",
      "  zcat day.csv.gz | warmbatch predict --model output -",
      "  warmbatch predict --model output --checkpoint 4 day.pkl | sort -t, -k3,3gr | head"
    })
final class PredictCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "INPUT", description = "The data set to score; - for standard input.")
  String input = "";

  @Mixin InputOption source = new InputOption();
  @Mixin ModelOption model = new ModelOption();
  @Mixin DataRootOption root = new DataRootOption();

  PredictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Locations locations = root.locations(console);
    SavedModel saved = new ModelLoader(locations).load(model);
    Predictions predictions = source.read(input, console, locations, saved::predict);
    console.print(new PredictionCsv(predictions, saved.model().spec())::writeTo);
    return ExitCode.DONE.code();
  }
}
