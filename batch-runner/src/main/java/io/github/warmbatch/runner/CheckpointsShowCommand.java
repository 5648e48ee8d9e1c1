package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one decision. */
@Command(
    name = "show",
    header = "Shows all that is known of one decision.",
    description = "Shows all that is known of one decision.")
final class CheckpointsShowCommand implements Callable<Integer> {
  /** What is printed in lines of its own. */
  private static final Set<String> BELOW = Set.of("prequential", "holdOut", "drift");

  private final Console console;

  @Parameters(paramLabel = "N", description = "The number, as the list has it.")
  long number;

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Stores stores = new Stores(root.locations(console));
    LineageView lineage = new LineageView(stores.open("--output", output.output));
    ManifestView view = lineage.find(number).orElseThrow(() -> lineage.noSuch(number));
    if (json.json) {
      console.printJson(Json.pretty(view.full()));
    } else {
      print(view);
    }
    return ExitCode.DONE.code();
  }

  private void print(ManifestView view) {
    for (Map.Entry<String, @Nullable Object> field : view.full().entrySet()) {
      if (field.getValue() != null && !BELOW.contains(field.getKey())) {
        console.print(String.format(Locale.ROOT, "%-18s %s", field.getKey(), field.getValue()));
      }
    }
    if (!view.drift().isEmpty()) {
      console.print("Not as in the data sets before it:");
      view.drift().forEach(finding -> console.print("  " + finding));
    }
    Scores scores = view.scores();
    if (scores != null) {
      print("Before learning it, on the data set itself:", scores.prequential());
      print("After learning it, on the hold-out:", scores.holdOut());
    }
  }

  private void print(String heading, @Nullable Scorecard card) {
    if (card != null) {
      console.print(heading);
      ScorecardView.lines(card).forEach(console::print);
    }
  }
}
