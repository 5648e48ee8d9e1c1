package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.report.OutputViews;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rebuilds the report. */
@Command(
    name = "report",
    header = "Rebuilds the report and the readable names from the lineage.",
    description = {
      "Rebuilds report.txt, report.html, and the model_cpt_*.wbm beside them, from the lineage, as a"
          + " worker does after each checkpoint: for when they were lost, or a worker was killed too"
          + " early."
    },
    footer = {"", "Example:", "  warmbatch report --output /mnt/fileserver/output"})
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin DryRunOption dry = new DryRunOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Stores stores = new Stores(root.locations(console));
    FileCheckpointStore store = stores.openToChange("--output", output.output, dry.dryRun);
    Lineage lineage = store.lineage();
    Path directory = stores.directory(output.output);
    if (!dry.dryRun) {
      OutputViews.in(directory).rebuild(lineage);
    }
    answer(directory.resolve("report.txt"), checkpoints(lineage));
    return ExitCode.DONE.code();
  }

  private void answer(Path report, long checkpoints) {
    if (json.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("report", report.toString());
      fields.put("checkpoints", checkpoints);
      fields.put("dryRun", dry.dryRun);
      console.printJson(Json.pretty(fields));
    } else {
      console.print(
          "%s %s: %d checkpoints"
              .formatted(dry.dryRun ? "Would rebuild" : "Rebuilt", report, checkpoints));
    }
  }

  private static long checkpoints(Lineage lineage) {
    return lineage.history().stream()
        .filter(manifest -> manifest.decision() instanceof Absorbed)
        .filter(manifest -> !lineage.isAbandoned(manifest.number()))
        .count();
  }
}
