package io.github.warmbatch.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two decisions. */
@Command(
    name = "diff",
    header = "Shows what two checkpoints differ in: data sets learned, schema, options, scores.",
    description = {
      "Shows what two checkpoints differ in: the data sets that only one of the two has learned,"
          + " and each property that is not the same: schema, options, scores."
    })
final class CheckpointsDiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "A", description = "One number, as the list has it.")
  long a;

  @Parameters(index = "1", paramLabel = "B", description = "The other number.")
  long b;

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    LineageView lineage =
        new LineageView(new Stores(root.locations(console)).open("--output", output.output));
    CheckpointDifference difference =
        new CheckpointDifference(lineage.required(a), lineage.required(b));
    List<String> onlyA = lineage.learnedBeyond(a, b);
    List<String> onlyB = lineage.learnedBeyond(b, a);
    if (json.json) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("a", a);
      fields.put("b", b);
      fields.put("learnedOnlyByA", onlyA);
      fields.put("learnedOnlyByB", onlyB);
      fields.put("differences", difference.fields());
      console.printJson(Json.pretty(fields));
    } else {
      onlyA.forEach(path -> console.print("Learned only by " + a + ": " + path));
      onlyB.forEach(path -> console.print("Learned only by " + b + ": " + path));
      difference.table(a, b).lines().forEach(console::print);
    }
    return ExitCode.DONE.code();
  }
}
