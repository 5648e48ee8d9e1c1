package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Retention;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Unpins a checkpoint. */
@Command(
    name = "unpin",
    header = "Takes a pin back: the state may be pruned again.",
    description = "Takes a pin back: the state may be pruned again.")
final class CheckpointsUnpinCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "N", description = "The number of the checkpoint.")
  long number;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.")
  String reason = "by hand";

  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  CheckpointsUnpinCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FileCheckpointStore store =
        new Stores(root.locations(console)).openToChange("--output", output.output, false);
    Retention retention = store.unpin(number, reason);
    PinAnswer.print(console, json.json, "Number %d is not pinned".formatted(number), retention);
    return ExitCode.DONE.code();
  }
}
