package io.github.warmbatch.runner;

import io.github.warmbatch.BatchWorkerBuilder;
import io.github.warmbatch.JobEntry;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.report.OutputViews;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The quickstart's steps, one after the other. */
final class Quickstart {
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final long SEED = 1;
  private static final int WEEK = 7;

  private final Console console;
  private final WorkerConnector connector;
  private final Path directory;
  private final Path output;
  private final SignalHook signals;

  Quickstart(Console console, WorkerConnector connector, Path directory, SignalHook signals) {
    this.console = console;
    this.connector = connector;
    this.directory = directory;
    this.signals = signals;
    this.output = directory.resolve("output");
  }

  int run(int days) throws InterruptedException {
    console.print("Simulating %d days of card transactions in %s".formatted(days, directory));
    Simulated simulated = Simulated.write(directory, days, SEED);
    FileCheckpointStore store = FileCheckpointStore.in(output);
    int code;
    try (QuickstartQueue queue = QuickstartQueue.open(console, connector)) {
      List<String> fresh = notYetLearned(simulated.training(), store.lineage());
      queue
          .jobs()
          .submit(fresh.stream().map(path -> new JobEntry(path, null).toPayload()).toList());
      console.print(
          "Queued %d data sets%s"
              .formatted(
                  fresh.size(),
                  store.lineage().head() == 0
                      ? ""
                      : "; carrying on from checkpoint " + store.lineage().head()));
      code = work(store, queue.jobs(), simulated, fresh.size());
    }
    if (code == ExitCode.STOPPED.code()) {
      console.print("Stopped; run it again to carry on");
    } else {
      summarize(store, simulated.holdOut(), days);
    }
    return code;
  }

  private int work(CheckpointStore store, JobQueue jobs, Simulated simulated, int total)
      throws InterruptedException {
    ProgressLine progress = new ProgressLine(console, total);
    BatchWorkerBuilder builder =
        WorkerAssembly.builder(model())
            .queue(jobs)
            .dataRoot(directory)
            .checkpoints(store)
            .reports(OutputViews.in(output))
            .holdOut(simulated.holdOut())
            .listener(progress);
    try {
      return WorkerAssembly.run(builder, signals, GRACE);
    } finally {
      progress.end();
    }
  }

  private static ModelOptions model() {
    ModelOptions options = new ModelOptions();
    options.label = "TX_FRAUD_SCENARIO";
    options.ignore = List.of("TRANSACTION_ID", "TX_FRAUD");
    options.entity = List.of("CUSTOMER_ID", "TERMINAL_ID");
    options.classes = List.of("0", "1", "2", "3");
    return options;
  }

  private static List<String> notYetLearned(List<String> files, Lineage lineage) {
    Set<String> learned = new HashSet<>();
    lineage
        .history()
        .forEach(
            manifest -> {
              if (manifest.decision() instanceof Decision.Absorbed absorbed
                  && !lineage.isAbandoned(manifest.number())) {
                learned.add(absorbed.dataset().path());
              }
            });
    return files.stream().filter(file -> !learned.contains(file)).toList();
  }

  private void summarize(FileCheckpointStore store, String holdOut, int days) {
    List<ManifestView> all = new LineageView(store).listed();
    CheckpointsListCommand.table(all).lines().forEach(console::print);
    console.print("");
    console.print(
        "AP is average precision: before learning the day, and on the hold-out after it.");
    console.print("Report:       " + output.resolve("report.txt"));
    console.print("With curves:  " + output.resolve("report.html"));
    console.print("Checkpoints:  " + output);
    console.print("");
    console.print("Try next:");
    String to = " --output " + shown(output);
    console.print("  ./warmbatch checkpoints show " + all.size() + to);
    console.print(
        "  ./warmbatch predict --model %s %s"
            .formatted(shown(output), shown(directory.resolve(holdOut))));
    console.print(
        "  ./warmbatch quickstart --dir %s --days %d"
            .formatted(shown(directory), Math.max(days, all.size()) + WEEK));
  }

  /** As it can be copied to a shell. */
  private String shown(Path path) {
    Path here = console.workingDirectory();
    String shown = (path.startsWith(here) ? here.relativize(path) : path).toString();
    return shown.matches("[\\w./@%+=:,-]+") ? shown : "'" + shown.replace("'", "'\\''") + "'";
  }
}
