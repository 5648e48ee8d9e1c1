package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.JobRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes back. */
@Command(
    name = "rollback",
    header = "Goes back to an earlier number, and takes back what was learned since.",
    description = {
      "Goes back to an earlier number: the next worker carries on from its state. What was learned"
          + " since is either done again before anything else (--requeue), or never again (--skip)."
          + " Nothing is deleted. Works beside a running worker, too: it notices before it"
          + " publishes, and starts over."
    },
    footer = {
      "",
      "Examples:",
      "  warmbatch checkpoints rollback --to 12 --requeue --dry-run",
      "  warmbatch checkpoints rollback --to 12 --skip --reason 'prices in cents from day 13 on'"
    })
final class CheckpointsRollbackCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--to",
      paramLabel = "N",
      required = true,
      description = "The number to go on from, an ancestor of the head; 0 for the beginning.")
  long to;

  @ArgGroup(multiplicity = "1")
  Jobs jobs = new Jobs();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.")
  String reason = "by hand";

  @Mixin DryRunOption dry = new DryRunOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  /** What is to become of the jobs that are taken back. */
  static final class Jobs {
    @Option(names = "--requeue", required = true, description = "They are done again, in order.")
    boolean requeue;

    @Option(names = "--skip", required = true, description = "They are never done again.")
    boolean skip;
  }

  CheckpointsRollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Stores stores = new Stores(root.locations(console));
    FileCheckpointStore store = stores.openToChange("--output", output.output, dry.dryRun);
    Disposition disposition = jobs.skip ? Disposition.SKIP : Disposition.REQUEUE;
    if (dry.dryRun) {
      answer(null, store.planRollback(to, disposition, reason));
    } else {
      var published = store.rollback(to, disposition, reason);
      new ViewsBeside(console, stores.directory(output.output)).rebuild(store);
      answer(published.number(), (BackTo) published.decision());
    }
    return ExitCode.DONE.code();
  }

  private void answer(@Nullable Long number, BackTo back) {
    if (json.json) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("number", number);
      fields.put("to", to);
      fields.put("abandoned", back.abandoned());
      fields.put("disposition", back.disposition().name().toLowerCase(java.util.Locale.ROOT));
      fields.put("datasets", back.jobs().stream().map(JobRef::path).toList());
      fields.put("dryRun", dry.dryRun);
      console.printJson(Json.pretty(fields));
      return;
    }
    console.print(
        (number == null ? "Would go back to %d" : "Number " + number + " goes back to %d")
            .formatted(to));
    console.print("Taken back: " + Numbers.of(back.abandoned()));
    String fate = back.disposition() == Disposition.SKIP ? "Skipped: " : "To be done again: ";
    back.jobs().forEach(job -> console.print(fate + job.path()));
  }
}
