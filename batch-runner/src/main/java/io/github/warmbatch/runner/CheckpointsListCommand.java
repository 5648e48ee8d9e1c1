package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists decisions. */
@Command(name = "list", header = "Lists all decisions, oldest first, with their scores.")
final class CheckpointsListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Stores stores = new Stores(root.locations(console));
    List<ManifestView> all = new LineageView(stores.open("--output", output.output)).verified();
    if (json.json) {
      console.printJson(Json.pretty(all.stream().map(ManifestView::summary).toList()));
    } else if (all.isEmpty()) {
      console.print("No decisions yet");
    } else {
      table(all).lines().forEach(console::print);
    }
    return ExitCode.DONE.code();
  }

  static TextTable table(List<ManifestView> all) {
    TextTable table =
        new TextTable(
            "number",
            "kind",
            "state",
            "data set",
            "rows",
            "AP before",
            "base rate",
            "AP hold-out",
            "base rate",
            "");
    for (ManifestView view : all) {
      Scores scores = view.scores();
      Scorecard before = scores == null ? null : scores.prequential();
      Scorecard holdOut = scores == null ? null : scores.holdOut();
      table.add(
          view.manifest().number(),
          view.manifest().decision().kind(),
          view.state(),
          view.dataset(),
          view.rows(),
          averagePrecision(before),
          before == null ? null : before.baseRate(),
          averagePrecision(holdOut),
          holdOut == null ? null : holdOut.baseRate(),
          view.champion() ? "champion" : "");
    }
    return table;
  }

  private static @Nullable Double averagePrecision(@Nullable Scorecard card) {
    return card == null ? null : card.averagePrecision();
  }
}
