package io.github.warmbatch.runner;

import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.JobQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets dead letters. */
@Command(name = "drop", header = "Forgets dead letters for good.")
final class DeadLettersDropCommand implements Callable<Integer> {
  private final Console console;
  private final QueueConnector connector;

  @Mixin DeadLetterSelection selection = new DeadLetterSelection();
  @Mixin QueueOptions queue = new QueueOptions();
  @Mixin JsonOption json = new JsonOption();

  DeadLettersDropCommand(Console console, QueueConnector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() {
    try (JobQueue target = connector.connect(queue)) {
      DeadLetters letters = target.deadLetters();
      return new DeadLetterOutcome(console, json.json, "dropped")
          .of(selection.ids(letters), letters::drop);
    }
  }
}
