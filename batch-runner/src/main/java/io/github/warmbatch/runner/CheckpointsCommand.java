package io.github.warmbatch.runner;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The checkpoints in a directory. */
@Command(
    name = "checkpoints",
    header = "Looks at the lineage in an output directory, and changes what is kept of it.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks at the lineage in an output directory: every decision, every checkpoint; says which is"
          + " the champion, which states are kept, and from where to go on. Works offline, also"
          + " beside a running worker."
    },
    footer = {
      "",
      "Examples:",
      "  warmbatch checkpoints list --output /mnt/fileserver/output",
      "  warmbatch checkpoints show 4 --json",
      "  warmbatch checkpoints verify"
    })
final class CheckpointsCommand extends CommandGroup {
  static CommandLine tree(Console console) {
    return new CommandLine(new CheckpointsCommand())
        .addSubcommand(new CheckpointsListCommand(console))
        .addSubcommand(new CheckpointsShowCommand(console))
        .addSubcommand(new CheckpointsVerifyCommand(console))
        .addSubcommand(new CheckpointsDiffCommand(console))
        .addSubcommand(new CheckpointsPromoteCommand(console))
        .addSubcommand(new CheckpointsRollbackCommand(console))
        .addSubcommand(new CheckpointsPinCommand(console))
        .addSubcommand(new CheckpointsUnpinCommand(console))
        .addSubcommand(new CheckpointsPruneCommand(console));
  }
}
