package io.github.warmbatch.runner;

import io.github.warmbatch.queue.DeadLetter;
import io.github.warmbatch.queue.JobQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
    name = "list",
    header = "Lists the jobs that were given up, oldest first.",
    description = {
      "Lists the jobs that were given up, oldest first, each with its last reason; --json has all of"
          + " them, and how many deliveries ended in failure, which the one that it was given up in"
          + " counts as, were abandoned or were given back."
    })
final class DeadLettersListCommand implements Callable<Integer> {
  private final Console console;
  private final QueueConnector connector;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many. Default: ${DEFAULT-VALUE}.")
  int limit = 1000;

  @Mixin QueueOptions queue = new QueueOptions();
  @Mixin JsonOption json = new JsonOption();

  DeadLettersListCommand(Console console, QueueConnector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() {
    List<DeadLetter> letters;
    try (JobQueue source = connector.connect(queue)) {
      letters = source.deadLetters().list(limit);
    }
    if (json.json) {
      console.printJson(Json.pretty(letters.stream().map(DeadLettersListCommand::fields).toList()));
      return ExitCode.DONE.code();
    }
    if (letters.isEmpty()) {
      console.print("No dead letters");
    }
    for (DeadLetter letter : letters) {
      console.print("%s  %s".formatted(letter.job().id(), letter.job().payload().text()));
      console.print("    %s  %s".formatted(letter.buriedAt(), letter.reason()));
    }
    return ExitCode.DONE.code();
  }

  private static Map<String, Object> fields(DeadLetter letter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("jobId", letter.job().id());
    fields.put("payload", letter.job().payload().text());
    fields.put("reason", letter.reason());
    fields.put("reasons", letter.reasons());
    fields.put("begunAt", letter.begunAt().toString());
    fields.put("buriedAt", letter.buriedAt().toString());
    fields.put("failures", letter.job().attempts().failures());
    fields.put("abandonments", letter.job().attempts().abandonments());
    fields.put("releases", letter.job().attempts().releases());
    return fields;
  }
}
