package io.github.warmbatch.runner;

import io.github.warmbatch.SavedModel;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says how good a model is. */
@Command(
    name = "evaluate",
    header = "Says how good a model is on a labelled data set.",
    description = {
      "Says how good a model is on a labelled data set: average precision beside what guessing gives,"
          + " precision and recall among the first 100, log loss, accuracy beside that of always"
          + " answering the most frequent class, and who is taken for whom."
    },
    footer = {"", "Example:", "  warmbatch evaluate --model output datasets/testing/test.pkl"})
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DATASET", description = "The labelled data set; - for standard input.")
  String dataset = "";

  @Mixin InputOption source = new InputOption();
  @Mixin ModelOption model = new ModelOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Locations locations = root.locations(console);
    SavedModel saved = new ModelLoader(locations).load(model);
    Scorecard card = source.read(dataset, console, locations, saved::evaluate);
    if (json.json) {
      console.printJson(Json.pretty(Objects.requireNonNull(ScorecardView.full(card))));
    } else {
      console.print(dataset);
      ScorecardView.lines(card).forEach(console::print);
    }
    return ExitCode.DONE.code();
  }
}
