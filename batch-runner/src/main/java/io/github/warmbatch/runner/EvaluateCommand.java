package io.github.warmbatch.runner;

import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.dataset.DatasetReaders;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.BatchBinder;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says how good a model is. */
@Command(
    name = "evaluate",
    description = {
      "Says how good a model is on a labelled data set: average precision beside what guessing gives,"
          + " precision and recall among the first 100, log loss, accuracy beside that of always"
          + " answering the most frequent class, and who is taken for whom."
    },
    footer = {"", "Example:", "  warmbatch evaluate --model output datasets/testing/test.pkl"})
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DATASET", description = "The labelled data set.")
  String dataset = "";

  @Mixin ModelOption model = new ModelOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Locations locations = root.locations(console);
    LoadedModel loaded = new ModelLoader(locations).load(model);
    Scorecard card = score(loaded, locations.open(dataset));
    if (json.json) {
      console.print(Json.pretty(Objects.requireNonNull(ScorecardView.full(card))));
    } else {
      console.print(loaded.name() + " on " + dataset);
      ScorecardView.lines(card).forEach(console::print);
    }
    return ExitCode.DONE.code();
  }

  private static Scorecard score(LoadedModel loaded, DatasetFile file) {
    try {
      Batch batch =
          new BatchBinder(loaded.spec())
              .bind(
                  DatasetReaders.installed().read(file),
                  loaded.model().features(),
                  loaded.model().classes());
      return Scorecard.of(
          loaded.predictor().predict(batch.features()),
          batch.labels(),
          batch.classes(),
          loaded.spec());
    } catch (DatasetException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith(file.path()) ? e : e.in(file.path());
    }
  }
}
