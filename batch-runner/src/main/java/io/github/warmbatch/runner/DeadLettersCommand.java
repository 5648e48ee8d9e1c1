package io.github.warmbatch.runner;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The jobs that were given up. */
@Command(
    name = "dead-letters",
    header = "Lists, requeues or drops the jobs that were given up.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  warmbatch dead-letters list",
      "  warmbatch dead-letters requeue --all            # after the files were repaired",
      "  warmbatch dead-letters drop 3f0c…"
    })
final class DeadLettersCommand extends CommandGroup {
  static CommandLine tree(Console console, QueueConnector connector) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(new DeadLettersListCommand(console, connector))
        .addSubcommand(new DeadLettersRequeueCommand(console, connector))
        .addSubcommand(new DeadLettersDropCommand(console, connector));
  }
}
