package io.github.warmbatch.runner;

import io.github.warmbatch.queue.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about. */
final class DeadLetterSelection {
  @Parameters(paramLabel = "JOB", arity = "0..*", description = "Job ids, as the list shows them.")
  List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All of them.")
  boolean all;

  /** The ids meant, oldest first where all are. */
  List<String> ids(DeadLetters letters) {
    if (all == ids.isEmpty()) {
      return all ? everyId(letters) : ids;
    }
    throw new UsageException(
        all ? "Give job ids or --all, not both" : "Which ones? Give job ids, or --all");
  }

  private static List<String> everyId(DeadLetters letters) {
    return letters.list(Integer.MAX_VALUE).stream().map(letter -> letter.job().id()).toList();
  }
}
