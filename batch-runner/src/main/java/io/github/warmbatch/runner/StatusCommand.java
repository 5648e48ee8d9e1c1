package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.QueueStats;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the work stands. */
@Command(
    name = "status",
    header = "Shows how the queue and the lineage stand.",
    description = {
      "Shows the queue and the lineage: what waits, what is in hand, what was given up, the newest"
          + " checkpoint and the champion with their scores, the rate, and how long it will take."
    },
    footer = {
      "",
      "Examples:",
      "  warmbatch status --data-root /mnt/fileserver",
      "  warmbatch status --json | jq .queued"
    })
final class StatusCommand implements Callable<Integer> {
  private static final long WATCH_SECONDS = 2;

  private final Console console;
  private final QueueConnector connector;

  @Option(names = "--watch", description = "Shows it again every two seconds, until interrupted.")
  boolean watch;

  @Mixin QueueOptions queue = new QueueOptions();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin JsonOption json = new JsonOption();

  StatusCommand(Console console, QueueConnector connector) {
    this.console = console;
    this.connector = connector;
  }

  @Override
  public Integer call() throws InterruptedException {
    Locations locations = root.locations(console);
    Stores stores = new Stores(locations);
    if (stores.openIfThere("--output", output.output).isEmpty()) {
      console.tell("There is no lineage in %s yet".formatted(locations.resolve(output.output)));
    }
    CountDownLatch never = new CountDownLatch(1);
    try (JobQueue source = connector.connect(queue)) {
      do {
        show(source.stats(), stores.openIfThere("--output", output.output));
      } while (watch && !never.await(WATCH_SECONDS, TimeUnit.SECONDS));
    }
    return ExitCode.DONE.code();
  }

  private void show(QueueStats stats, Optional<CheckpointStore> store) {
    StatusReport report = StatusReport.of(stats, store, Clock.systemUTC());
    if (json.json) {
      console.printJson(watch ? Json.line(report.fields()) : Json.pretty(report.fields()));
    } else {
      report.lines(queue.queue).forEach(console::print);
    }
  }
}
