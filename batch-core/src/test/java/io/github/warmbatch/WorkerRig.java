package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A data root with small files, a queue and a lineage, and workers on them. */
public final class WorkerRig {
  static final String WORKER = "worker";

  final Path root;
  final InMemoryJobQueue queue =
      InMemoryJobQueue.builder().name("datasets").workerId(WORKER).build();
  final List<String> events = new ArrayList<>();
  private final WorkerListener recorder = new Recorder();

  /** Over the files of this directory. */
  public WorkerRig(Path root) {
    this.root = root;
  }

  /** Writes a data set of two rows that differs from that of every other number. */
  public String write(String path, int number) {
    return writeRows(path, "%d,1,0\n%d,2,1\n".formatted(number, number + 1));
  }

  /** Writes a data set of these rows: amount, day, label. */
  String writeRows(String path, String rows) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "amount,day,label\n" + rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  /** Submits entries to the queue in memory. */
  public void push(String... entries) {
    queue.submit(Arrays.stream(entries).map(Payload::of).toList());
  }

  /** The lineage's store, opened anew. */
  public CheckpointStore store() {
    return FileCheckpointStore.in(root.resolve("output"));
  }

  BatchWorkerBuilder worker() {
    return worker(queue, store());
  }

  /** A worker on the jobs of this queue, for this store. */
  public BatchWorkerBuilder worker(JobQueue jobs, CheckpointStore store) {
    return worker(jobs, store, new HashChainTrainer());
  }

  BatchWorkerBuilder worker(WarmStartTrainer<?> trainer) {
    return worker(queue, store(), trainer);
  }

  private BatchWorkerBuilder worker(
      JobQueue jobs, CheckpointStore store, WarmStartTrainer<?> trainer) {
    return BatchWorker.builder()
        .queue(jobs)
        .dataRoot(root)
        .trainer(trainer)
        .label("label")
        .checkpoints(store)
        .retry(new RetryPolicy(2, 3, Duration.ofMillis(1), Duration.ofMillis(1)))
        .listener(recorder);
  }

  /** Runs a worker on the queue in memory. */
  public RunSummary run() {
    return run(worker());
  }

  /** Runs a worker to its end. */
  public RunSummary run(BatchWorkerBuilder builder) {
    try {
      return builder.build().run();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  /** The lineage as it is on the disk. */
  public Lineage lineage() {
    return store().lineage();
  }

  /** The paths of what was absorbed in the surviving chain, in order. */
  public List<String> absorbed() {
    Lineage lineage = lineage();
    return lineage.history().stream()
        .filter(manifest -> !lineage.isAbandoned(manifest.number()))
        .map(Manifest::decision)
        .filter(Decision.Absorbed.class::isInstance)
        .map(decision -> ((Decision.Absorbed) decision).dataset().path())
        .toList();
  }

  /** What the model now is: the hash of every row it learned, in order. */
  public HashChainTrainer.Chain state() {
    Lineage lineage = lineage();
    return store()
        .readState(
            lineage.model().orElseThrow(),
            (model, payload) -> new HashChainTrainer().codec().read(payload, model.trainingSpec()));
  }

  /** What the workers told, in order. */
  public List<String> events() {
    return List.copyOf(events);
  }

  private final class Recorder implements WorkerListener {
    @Override
    public void processing(String path) {
      events.add("processing " + path);
    }

    @Override
    public void absorbed(Manifest manifest) {
      events.add("absorbed " + manifest.number());
    }

    @Override
    public void known(String path, long number) {
      events.add("known " + path + " as " + number);
    }

    @Override
    public void failed(String path, String reason, Duration pause) {
      events.add("failed " + path);
    }

    @Override
    public void dead(String path, String reason) {
      events.add("dead " + path + ": " + reason);
    }

    @Override
    public void drained() {
      events.add("drained");
    }
  }
}
