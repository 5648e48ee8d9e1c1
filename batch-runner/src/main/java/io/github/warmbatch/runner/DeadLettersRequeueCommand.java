package io.github.warmbatch.runner;

import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.DeadLetters.Position;
import io.github.warmbatch.queue.JobQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries dead letters again. */
@Command(
    name = "requeue",
    header = "Pushes dead letters as new entries, to be tried again.",
    description = {
      "Pushes dead letters as new entries, in their old order, to be tried again. Where workers run"
          + " with --order lifo, this wants the same: it says which end of the list is the front."
    })
final class DeadLettersRequeueCommand implements Callable<Integer> {
  private final Console console;
  private final QueueConnector connector;

  @Mixin DeadLetterSelection selection = new DeadLetterSelection();

  @Option(
      names = "--to",
      paramLabel = "front|back",
      description = "Whether they are next or last. Default: back.")
  Position to = Position.BACK;

  @Mixin OrderOption order = new OrderOption();
  @Mixin QueueOptions queue = new QueueOptions();
  @Mixin JsonOption json = new JsonOption();

  DeadLettersRequeueCommand(Console console, QueueConnector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() {
    try (JobQueue target = connector.connect(queue, order.order)) {
      DeadLetters letters = target.deadLetters();
      List<String> ids = new ArrayList<>(selection.ids(letters));
      if (to == Position.FRONT) {
        // Each goes before the one before it.
        Collections.reverse(ids);
      }
      return new DeadLetterOutcome(console, json.json, "requeued")
          .of(ids, id -> letters.requeue(id, to));
    }
  }
}
