package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Promotion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names a champion. */
@Command(
    name = "promote",
    header = "Makes a checkpoint the champion, the one that predicts.",
    description = "Makes a checkpoint the champion, the one that predicts; keeps the old ones.")
final class CheckpointsPromoteCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "N", description = "The number of the checkpoint.")
  long number;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.")
  String reason = "by hand";

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsPromoteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Stores stores = new Stores(root.locations(console));
    FileCheckpointStore store = stores.openToChange("--output", output.output, false);
    Promotion promotion = store.promote(number, reason);
    new ViewsBeside(console, stores.directory(output.output)).rebuild(store);
    if (json.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("champion", promotion.number());
      fields.put("sequence", promotion.sequence());
      fields.put("reason", promotion.reason());
      fields.put("at", promotion.at().toString());
      console.printJson(Json.pretty(fields));
    } else {
      console.print("The champion is " + promotion.number());
    }
    return ExitCode.DONE.code();
  }
}
