package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.dataset.DataRoot;
import io.github.warmbatch.dataset.DatasetReaders;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.report.OutputViews;
import io.github.warmbatch.screening.ColumnScreen;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link BatchWorker}. Needed are {@link #queue}, {@link #dataRoot}, {@link #trainer},
 * {@link #label} and {@link #checkpoints}; all else has a default, named with its method. Each
 * method but {@link #listener} may be called once, else {@link IllegalStateException}. Not for use
 * by several threads.
 */
public final class BatchWorkerBuilder {
  private final Set<String> given = new HashSet<>();
  private @Nullable JobQueue queue;
  private @Nullable DataRoot dataRoot;
  private @Nullable WarmStartTrainer<?> trainer;
  private @Nullable String label;
  private @Nullable CheckpointStore store;
  private @Nullable DatasetReaders readers;
  private @Nullable OutputViews views;
  private @Nullable String holdOut;
  private QualityGate gate = QualityGate.DEFAULT;
  private int keepLast;
  private List<String> ignored = List.of();
  private List<String> allowedLeaks = List.of();
  private List<String> entities = List.of();
  private List<String> classes = List.of();
  private List<String> positives = List.of();
  private long seed = 1;
  private final List<WorkerListener> listeners = new ArrayList<>();
  private RetryPolicy retry = RetryPolicy.DEFAULT;
  private Duration patience = Duration.ofMinutes(5);
  private boolean waitForWork;
  private String workerId = "worker";
  private WorkerTime time = new SystemTime();

  BatchWorkerBuilder() {}

  /** Where the jobs come from. The worker does not close it. */
  public BatchWorkerBuilder queue(JobQueue queue) {
    once("queue");
    this.queue = Objects.requireNonNull(queue, "queue");
    return this;
  }

  /** The directory that no data set's path leaves. */
  public BatchWorkerBuilder dataRoot(Path directory) {
    once("dataRoot");
    this.dataRoot = DataRoot.at(directory);
    return this;
  }

  /** Who learns. */
  public BatchWorkerBuilder trainer(WarmStartTrainer<?> trainer) {
    once("trainer");
    this.trainer = Objects.requireNonNull(trainer, "trainer");
    return this;
  }

  /** The column to predict. */
  public BatchWorkerBuilder label(String column) {
    once("label");
    this.label = filled(column, "label");
    return this;
  }

  /** Columns never to look at; none by default. */
  public BatchWorkerBuilder ignoring(String... columns) {
    once("ignoring");
    this.ignored = List.of(columns);
    return this;
  }

  /**
   * Columns to learn from although they may give the label away, or look like identifiers; none by
   * default. What else the first data set of a lineage shows to do so, as {@link ColumnScreen}
   * says, stops the run, or is left out, and said to {@link WorkerListener#dropped}. A lineage once
   * begun stays as it began.
   */
  public BatchWorkerBuilder allowLeak(String... columns) {
    once("allowLeak");
    this.allowedLeaks = List.of(columns);
    return this;
  }

  /** Columns that name a customer, a machine and the like; none by default. */
  public BatchWorkerBuilder entities(String... columns) {
    once("entities");
    this.entities = List.of(columns);
    return this;
  }

  /**
   * The label's classes, if others are to be refused; by default they are taken as they are met.
   */
  public BatchWorkerBuilder classes(String... names) {
    once("classes");
    this.classes = new LabelClasses(List.of(names)).names();
    return this;
  }

  /** The classes that are to be found; by default all but the first. */
  public BatchWorkerBuilder positives(String... names) {
    once("positives");
    this.positives = List.of(names);
    return this;
  }

  /** The seed of whatever is random in training; 1 by default. */
  public BatchWorkerBuilder seed(long seed) {
    once("seed");
    this.seed = seed;
    return this;
  }

  /** Where decisions and states are kept. */
  public BatchWorkerBuilder checkpoints(CheckpointStore store) {
    once("checkpoints");
    this.store = Objects.requireNonNull(store, "checkpoints");
    return this;
  }

  /**
   * How many of the newest states to keep, at least 1; all by default. The champion's, the pinned
   * ones and one to fall back to are kept besides. See {@link CheckpointStore#prune}.
   */
  public BatchWorkerBuilder keepLast(int states) {
    once("keepLast");
    if (states < 1) {
      throw new IllegalArgumentException("keepLast: must be at least 1, not " + states);
    }
    this.keepLast = states;
    return this;
  }

  /** Where reports for people are kept up to date; none by default. */
  public BatchWorkerBuilder reports(OutputViews views) {
    once("reports");
    this.views = Objects.requireNonNull(views, "reports");
    return this;
  }

  /** A data set, relative to the data root, scored after each job; none by default. */
  public BatchWorkerBuilder holdOut(String path) {
    once("holdOut");
    this.holdOut = filled(path, "holdOut");
    return this;
  }

  /**
   * When a new checkpoint becomes the champion; {@link QualityGate#DEFAULT} by default. Without a
   * {@link #holdOut} nothing is measured, and the newest checkpoint is the champion.
   */
  public BatchWorkerBuilder gate(QualityGate gate) {
    once("gate");
    this.gate = Objects.requireNonNull(gate, "gate");
    return this;
  }

  /** The file formats known; by default those on the class path. */
  public BatchWorkerBuilder readers(DatasetReaders readers) {
    once("readers");
    this.readers = Objects.requireNonNull(readers, "readers");
    return this;
  }

  /** Adds one who is told what happens. */
  public BatchWorkerBuilder listener(WorkerListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** When to try again; {@link RetryPolicy#DEFAULT} by default. */
  public BatchWorkerBuilder retry(RetryPolicy policy) {
    once("retry");
    this.retry = Objects.requireNonNull(policy, "retry");
    return this;
  }

  /** How long to go on asking a queue that cannot be reached; 5 minutes by default. */
  public BatchWorkerBuilder patience(Duration patience) {
    once("patience");
    this.patience = Objects.requireNonNull(patience, "patience");
    return this;
  }

  /** Stays when the queue is drained, until stopped; by default the run ends then. */
  public BatchWorkerBuilder waitForWork() {
    once("waitForWork");
    this.waitForWork = true;
    return this;
  }

  /** The name that is written into manifests; {@code worker} by default. */
  public BatchWorkerBuilder workerId(String id) {
    once("workerId");
    this.workerId = filled(id, "workerId");
    return this;
  }

  /** What the worker goes by in pauses and heartbeats; the machine's time by default. */
  BatchWorkerBuilder time(WorkerTime time) {
    once("time");
    this.time = time;
    return this;
  }

  /**
   * The worker.
   *
   * @throws IllegalStateException when something needed was not given
   * @throws IllegalArgumentException when what was given does not fit together; the message names
   *     the option
   */
  public BatchWorker build() {
    WarmStartTrainer<?> learner = needed(trainer, "trainer");
    String target = needed(label, "label");
    requireApart(target);
    requirePositivesAreClasses();
    requireGateCanClose();
    ModelSpec spec =
        new ModelSpec(learner.info(), target, ignored, entities, classes, positives, seed);
    return new BatchWorker(
        new WorkerOptions(
            needed(queue, "queue"),
            needed(store, "checkpoints"),
            needed(dataRoot, "dataRoot"),
            readers == null ? DatasetReaders.installed() : readers,
            learner,
            spec,
            allowedLeaks,
            holdOut,
            gate,
            views,
            List.copyOf(listeners),
            keepLast,
            retry,
            patience,
            waitForWork,
            workerId,
            time));
  }

  private void requireApart(String target) {
    if (ignored.contains(target)) {
      throw new IllegalArgumentException("ignoring: '" + target + "' is the label");
    }
    if (entities.contains(target)) {
      throw new IllegalArgumentException("entities: '" + target + "' is the label");
    }
    if (allowedLeaks.contains(target)) {
      throw new IllegalArgumentException("allowLeak: '" + target + "' is the label");
    }
    for (String allowed : allowedLeaks) {
      if (ignored.contains(allowed)) {
        throw new IllegalArgumentException("allowLeak: '" + allowed + "' is ignored, too");
      }
    }
    for (String entity : entities) {
      if (ignored.contains(entity)) {
        throw new IllegalArgumentException("entities: '" + entity + "' is ignored, too");
      }
    }
  }

  private void requirePositivesAreClasses() {
    for (String positive : positives) {
      if (!classes.isEmpty() && !classes.contains(positive)) {
        throw new IllegalArgumentException(
            "positives: '%s' is none of the classes %s".formatted(positive, classes));
      }
    }
    if (classes.size() == 1) {
      throw new IllegalArgumentException("classes: one class leaves nothing to tell apart");
    }
  }

  private void requireGateCanClose() {
    if (gate.onRegression() == QualityGate.OnRegression.STOP && holdOut == null) {
      throw new IllegalArgumentException(
          "gate: stopping on a regression needs a hold-out to measure it on");
    }
  }

  private void once(String option) {
    if (!given.add(option)) {
      throw new IllegalStateException(
          option + " was called already: call it once, with all that it takes");
    }
  }

  private static String filled(String value, String option) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + ": is blank");
    }
    return value;
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException("A worker needs a " + name + ": call " + name + "(…)");
    }
    return value;
  }
}
