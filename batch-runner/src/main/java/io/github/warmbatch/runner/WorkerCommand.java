package io.github.warmbatch.runner;

import io.github.warmbatch.BatchWorkerBuilder;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.report.OutputViews;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works a queue off. */
@Command(
    name = "worker",
    header = "Works the queue off and leaves a checkpoint after each data set.",
    description = {
      "Works the queue off: carries one model on over each data set, in order, each exactly once,"
          + " and leaves a checkpoint, its scores and a report after each. Kill it whenever you"
          + " like: the next worker on the same output directory goes on as if nothing had happened.",
      "",
      "A data set that cannot be read or learned is tried again, then moved to the dead letters;"
          + " the others are worked off all the same.",
      "",
      "Before a lineage begins its first data set is looked at: a column that alone gives the label"
          + " away ends the run with code 2, unless --ignore or --allow-leak names it, and"
          + " identifiers are left out, with a notice, for as long as the lineage lives."
    },
    footer = {
      "",
      "Example:",
      "  redis-cli RPUSH datasets datasets/training/2018-04-01.pkl datasets/training/2018-04-02.pkl",
      "  warmbatch worker --data-root /mnt/fileserver --label TX_FRAUD_SCENARIO \\",
      "      --ignore TRANSACTION_ID,TX_FRAUD --hold-out datasets/testing/test_dataset.pkl",
      "",
      "Once begun, a lineage is bound to its label, classes, columns, trainer and seed: a worker",
      "that is told others is refused before it claims anything."
    })
final class WorkerCommand implements Callable<Integer> {
  private final Console console;
  private final WorkerConnector connector;
  private final SignalHook signals;

  @Mixin QueueOptions queue = new QueueOptions();
  @Mixin DataRootOption root = new DataRootOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin ModelOptions model = new ModelOptions();

  @Option(
      names = "--hold-out",
      paramLabel = "PATH",
      description = "A data set that is never learned from, scored after each job.")
  @Nullable String holdOut;

  @Mixin GateOptions gate = new GateOptions();
  @Mixin LeaseOptions lease;

  @Mixin RetryOptions retry = new RetryOptions();

  @Option(
      names = "--keep-last",
      paramLabel = "K",
      description = {
        "Removes old states after each job: all but the last K, the champion's, the pinned ones and"
            + " one to fall back to. Default: all are kept."
      })
  @Nullable Integer keepLast;

  @Option(names = "--wait", description = "Stays when the queue is drained, until stopped.")
  boolean wait;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description =
          "How long to go on asking, with growing pauses, when Redis is lost in the middle of a run;"
              + " then the worker gives up with code 75, and leaves its work to the next. Default:"
              + " 5m.")
  Duration patience = Duration.ofMinutes(5);

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      description =
          "After SIGTERM or SIGINT, how long the job in hand may take to finish before it is given"
              + " back; at once where the data sets before it took longer, or at a second signal."
              + " Five seconds more, and the process ends whatever it is doing. Default: 15s.")
  Duration grace = Duration.ofSeconds(15);

  @Mixin ProgressOptions progress = new ProgressOptions();

  WorkerCommand(Console console, WorkerConnector connector, SignalHook signals) {
    this.console = console;
    this.connector = connector;
    this.signals = signals;
    this.lease = new LeaseOptions(console.environment());
  }

  @Override
  public Integer call() throws InterruptedException {
    requireKeptState();
    Locations locations = root.locations(console);
    Path directory = locations.resolve(output.output);
    FileCheckpointStore store = new Stores(locations).openToBegin("--output", output.output);
    BatchWorkerBuilder builder =
        builder(locations).checkpoints(store).reports(OutputViews.in(directory));
    try (ProgressFile file = progress.start(locations);
        JobQueue jobs = connector.connect(queue, lease)) {
      // A directory that cannot keep checkpoints is to be known before a job is claimed.
      store.prepare();
      if (file != null) {
        builder.listener(file);
      }
      return WorkerAssembly.run(builder.queue(jobs), signals, grace);
    }
  }

  private BatchWorkerBuilder builder(Locations locations) {
    BatchWorkerBuilder builder =
        WorkerAssembly.builder(model)
            .dataRoot(locations.dataRootDirectory())
            .retry(retry.policy())
            .gate(gate.gate())
            .patience(patience)
            .workerId(lease.workerId())
            .listener(new TutorialLines(console, UUID.randomUUID()))
            .listener(new LogListener());
    if (holdOut != null) {
      builder.holdOut(holdOut);
    }
    if (keepLast != null) {
      builder.keepLast(keepLast);
    }
    if (wait) {
      builder.waitForWork();
    }
    return builder;
  }

  private void requireKeptState() {
    if (keepLast != null && keepLast < 1) {
      throw new UsageException("--keep-last must be at least 1, not " + keepLast);
    }
  }
}
