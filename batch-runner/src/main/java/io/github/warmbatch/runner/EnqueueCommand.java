package io.github.warmbatch.runner;

import io.github.warmbatch.JobEntry;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pushes data sets. */
@Command(
    name = "enqueue",
    header = "Pushes data sets to the queue.",
    description = {
      "Pushes data sets to the queue, in the order given, the matches of a pattern in natural order"
          + " (2 before 10). The same as redis-cli RPUSH, with a look whether the files are there."
    },
    footer = {
      "",
      "Examples:",
      "  warmbatch enqueue --data-root /mnt/fileserver 'datasets/training/*.pkl'",
      "  warmbatch enqueue --from datasets/training --dry-run",
      "  warmbatch enqueue --again datasets/training/2018-04-01.pkl    # learn it once more"
    })
final class EnqueueCommand implements Callable<Integer> {
  private final Console console;
  private final QueueConnector connector;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files or patterns (*, ?, **, [a-z], {a,b}) under the data root.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "All data sets in this directory and below it.")
  @Nullable String from;

  @Option(
      names = "--again",
      description = "Asks for a repeat: learned once more even if the lineage holds it already.")
  boolean again;

  @Option(names = "--dry-run", description = "Shows what would be pushed; needs no Redis.")
  boolean dryRun;

  @Option(names = "--force", description = "Pushes what is named even if there is no such file.")
  boolean force;

  @Mixin QueueOptions queue = new QueueOptions();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin JsonOption json = new JsonOption();

  EnqueueCommand(Console console, QueueConnector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() {
    List<JobEntry> entries = selected().stream().map(this::entry).toList();
    if (dryRun) {
      report(entries, null);
      return ExitCode.DONE.code();
    }
    try (JobQueue target = connector.connect(queue)) {
      submit(target, entries);
      report(entries, target.stats().queued());
    }
    return ExitCode.DONE.code();
  }

  private void submit(JobQueue target, List<JobEntry> entries) {
    try {
      target.submit(entries.stream().map(JobEntry::toPayload).toList());
    } catch (QueueRefusedException e) {
      throw e;
    } catch (QueueException e) {
      throw new QueueException(
          "It is not known whether all, some or none were pushed. %s %s"
              .formatted(
                  again
                      ? "Look with 'warmbatch status' or 'redis-cli LRANGE' before you push them once"
                          + " more: each entry of --again is learned."
                      : "Pushing them once more does no harm: each is learned once.",
                  e.getMessage()),
          e);
    }
  }

  private List<String> selected() {
    PathSelection selection = new PathSelection(root.locations(console), force);
    List<String> selected = new ArrayList<>();
    paths.forEach(path -> selected.addAll(selection.matching(path)));
    if (from != null) {
      selected.addAll(selection.in(from));
    }
    if (selected.isEmpty()) {
      throw new UsageException("Nothing to push: name files or patterns, or a directory by --from");
    }
    return selected;
  }

  /** What a worker could not read is refused here, where somebody is looking. */
  private JobEntry entry(String path) {
    JobEntry entry = new JobEntry(path, again ? UUID.randomUUID().toString() : null);
    try {
      return JobEntry.parse(entry.toPayload());
    } catch (DatasetException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private void report(List<JobEntry> entries, @Nullable Long queued) {
    if (json.json) {
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("queue", queue.queue);
      answer.put("dryRun", dryRun);
      answer.put("pushed", entries.stream().map(EnqueueCommand::fields).toList());
      answer.put("queued", queued);
      console.printJson(Json.pretty(answer));
      return;
    }
    String verb = dryRun ? "Would push " : "Pushed ";
    entries.forEach(entry -> console.print(verb + entry.path()));
    console.print(
        verb
            + entries.size()
            + (entries.size() == 1 ? " entry" : " entries")
            + (queued == null ? "" : "; " + queue.queue + " holds " + queued));
  }

  private static Map<String, String> fields(JobEntry entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("path", entry.path());
    if (entry.again() != null) {
      fields.put("again", entry.again());
    }
    return fields;
  }
}
