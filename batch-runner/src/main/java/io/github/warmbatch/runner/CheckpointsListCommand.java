package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists decisions. */
@Command(
    name = "list",
    header = "Lists all decisions, oldest first, with their scores.",
    description = {
      "Lists all decisions, oldest first, with their scores. The state is ok, pruned, abandoned, or"
          + " corrupt. To tell, every state that is kept is read; --quick looks only whether it is"
          + " there and has its size."
    })
final class CheckpointsListCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--quick", description = "Does not read the states.")
  boolean quick;

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Stores stores = new Stores(root.locations(console));
    LineageView lineage = new LineageView(stores.open("--output", output.output));
    List<ManifestView> all = quick ? lineage.listed() : lineage.verified();
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
          marks(view));
    }
    return table;
  }

  private static String marks(ManifestView view) {
    List<String> marks = new ArrayList<>();
    if (view.champion()) {
      marks.add("champion");
    }
    if (view.pinned()) {
      marks.add("pinned");
    }
    if (!view.drift().isEmpty()) {
      marks.add("drift");
    }
    return String.join(", ", marks);
  }

  private static @Nullable Double averagePrecision(@Nullable Scorecard card) {
    return card == null ? null : card.averagePrecision();
  }
}
