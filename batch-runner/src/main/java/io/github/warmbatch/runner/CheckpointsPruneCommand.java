package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.FileCheckpointStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes old states. */
@Command(
    name = "prune",
    header = "Removes old states, and keeps every decision.",
    description = {
      "Removes the states of all checkpoints but the newest, the champion, the pinned ones, and one"
          + " that is whole to fall back to; at least two are kept. Manifests are never removed, so"
          + " what was learned stays known. The model_cpt_*.wbm of a removed state goes with it."
    },
    footer = {"", "Example:", "  warmbatch checkpoints prune --keep-last 10 --dry-run"})
final class CheckpointsPruneCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--keep-last",
      paramLabel = "K",
      required = true,
      description = "How many of the newest states to keep, at least 1.")
  int keepLast;

  @Mixin DryRunOption dry = new DryRunOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsPruneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (keepLast < 1) {
      throw new UsageException("--keep-last must be at least 1, not " + keepLast);
    }
    Stores stores = new Stores(root.locations(console));
    FileCheckpointStore store = stores.openToChange("--output", output.output, dry.dryRun);
    List<Long> pruned = dry.dryRun ? store.planPrune(keepLast) : store.prune(keepLast);
    if (!dry.dryRun) {
      new ViewsBeside(console, stores.directory(output.output)).forget(store);
    }
    if (json.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("pruned", pruned);
      fields.put("dryRun", dry.dryRun);
      console.printJson(Json.pretty(fields));
    } else {
      console.print(
          (dry.dryRun ? "Would remove the states of " : "Removed the states of ")
              + (pruned.isEmpty() ? "none" : Numbers.of(pruned)));
    }
    return ExitCode.DONE.code();
  }
}
