package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.TimeSkippingQueue;
import io.github.warmbatch.testkit.ManualClock;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A data root with small files, a queue and a lineage, and workers on them. */
public final class WorkerRig {
  static final String WORKER = "worker";
  static final Duration LEASE = Duration.ofSeconds(30);

  final Path root;
  final InMemoryJobQueue queue =
      InMemoryJobQueue.builder().name("datasets").workerId(WORKER).build();

  /** Another queue, by a clock that stands until it is moved. */
  final ManualClock clock = new ManualClock();

  final InMemoryJobQueue timed =
      InMemoryJobQueue.builder().workerId(WORKER).lease(LEASE).clock(clock, clock::onMove).build();

  final List<String> events = new ArrayList<>();
  private final WorkerTime hurried = new HurriedTime();
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

  /** A connection to the timed queue that moves the clock where it would wait. */
  JobQueue skipping(String workerId) {
    return new TimeSkippingQueue(timed.connectAs(workerId), clock);
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
    return worker(jobs, store, new HashChainTrainer()).time(hurried);
  }

  /** The same for this directory's store, by the clock: it renews its leases, and waits. */
  public BatchWorkerBuilder beating(JobQueue jobs) {
    return worker(jobs, store(), new HashChainTrainer());
  }

  BatchWorkerBuilder worker(WarmStartTrainer<?> trainer) {
    return worker(queue, store(), trainer).time(hurried);
  }

  private BatchWorkerBuilder worker(
      JobQueue jobs, CheckpointStore store, WarmStartTrainer<?> trainer) {
    return BatchWorker.builder()
        .queue(jobs)
        .dataRoot(root)
        .trainer(trainer)
        .label("label")
        .checkpoints(store)
        .retry(new RetryPolicy(2, 3, 4, Duration.ofMillis(1), Duration.ofMillis(1)))
        .listener(recorder);
  }

  /** Runs a worker on the queue in memory. */
  public RunSummary run() {
    return run(worker());
  }

  /** Runs a worker to its end. */
  public RunSummary run(BatchWorkerBuilder builder) {
    return run(builder.build());
  }

  RunSummary run(BatchWorker worker) {
    try {
      return worker.run();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  /** A store after whose first commit the worker is killed. */
  CheckpointStore killedAfterItsFirstCommit() {
    AtomicBoolean killed = new AtomicBoolean();
    return new InterceptedStore(
        store(),
        (store, draft) -> {
          CommitResult result = store.commit(draft);
          if (killed.compareAndSet(false, true)) {
            throw new CheckpointException("killed");
          }
          return result;
        });
  }

  /** A store before whose first commit something happens. */
  CheckpointStore before(Runnable first) {
    AtomicBoolean done = new AtomicBoolean();
    return new InterceptedStore(
        store(),
        (store, draft) -> {
          if (done.compareAndSet(false, true)) {
            first.run();
          }
          return store.commit(draft);
        });
  }

  /** Goes back to a number, as an operator would. */
  void rollBack(long to, Decision.Disposition disposition) {
    CheckpointStore store = store();
    Lineage lineage = store.lineage();
    Decision decision = lineage.backTo(to, disposition, "test");
    CommitResult result = store.commit(new Draft(lineage.head(), to, decision, null, "test"));
    assertThat(result).isInstanceOf(CommitResult.Committed.class);
  }

  void damageStateOf(long number) {
    try {
      Path state = stateOf(number);
      byte[] bytes = Files.readAllBytes(state);
      bytes[bytes.length - 40] ^= 1;
      Files.write(state, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path stateOf(long number) {
    Manifest manifest = lineage().find(number).orElseThrow();
    return root.resolve("output/lineage").resolve(Objects.requireNonNull(manifest.state()).file());
  }

  /** The lineage as it is on the disk. */
  public Lineage lineage() {
    return store().lineage();
  }

  /** The paths of what was absorbed in the surviving chain, in order. */
  public List<String> absorbed() {
    return absorbed(lineage());
  }

  static List<String> absorbed(Lineage lineage) {
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
