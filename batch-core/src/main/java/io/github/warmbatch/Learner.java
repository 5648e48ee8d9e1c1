package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.DatasetId;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.checkpoint.Timings;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.drift.DataProfile;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.BatchBinder;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the model on: keeps the state of the newest checkpoint in memory, and makes of a data set
 * the draft of the next decision. Whatever fails, the state is read again from the checkpoint.
 */
final class Learner<S> {
  private static final long NONE = -1;

  private final WarmStartTrainer<S> trainer;
  private final CheckpointStore store;
  private final WorkerOptions options;
  private final @Nullable HoldOut holdOut;
  private final FirstLook firstLook;

  private @Nullable S state;
  private long stateOf = NONE;
  private @Nullable S drafted;

  Learner(
      WorkerOptions options,
      WarmStartTrainer<S> trainer,
      @Nullable HoldOut holdOut,
      FirstLook firstLook) {
    this.trainer = trainer;
    this.store = options.store();
    this.options = options;
    this.holdOut = holdOut;
    this.firstLook = firstLook;
  }

  /**
   * Learns a data set.
   *
   * @throws DatasetException when it cannot be read, or does not fit the lineage
   * @throws TrainingException when it cannot be learned from
   * @throws ConfigurationException when the lineage would begin with a column that gives the label
   *     away
   */
  Draft learn(JobRef job, DatasetFile file, Lineage lineage) {
    if (holdOut != null && file.sha256().equals(holdOut.sha256())) {
      throw DatasetException.incurable(
          file.path()
              + ": is the hold-out, which is never learned from (take it out of the queue)");
    }
    Stopwatch watch = new Stopwatch();
    Manifest parent = lineage.model().orElse(null);
    DataSet dataset = options.readers().read(file);
    ModelSpec spec = specOf(lineage, file, dataset);
    Batch batch = bind(file, dataset, new BatchBinder(spec), parent);
    double read = watch.lap();

    Model model = new Model(spec, batch.features().schema(), batch.classes());
    S current = stateAt(parent, model);
    watch.lap();
    Scorecard prequential = parent == null ? null : asked(() -> prequential(current, batch));
    DataProfile profile = DataProfile.of(batch.features());
    List<DriftFinding> drift = Precedents.of(lineage).compare(profile, prequential);
    double score = watch.lap();

    discard();
    S trained = asked(() -> trainer.train(current, batch));
    Predictor predictor = asked(() -> trainer.predictor(trained));
    double train = watch.lap();

    Scores scores =
        new Scores(
            prequential,
            asked(() -> accuracy(predictor.predict(batch.features()), batch.labels())),
            holdOut == null ? null : holdOut.score(predictor, model),
            holdOut == null ? null : holdOut.sha256());
    Timings timings = new Timings(read, score + watch.lap(), train);
    drafted = trained;
    DatasetId id = new DatasetId(file.path(), file.sha256(), job.again());
    return new Draft(
        lineage.head(),
        lineage.head(),
        new Decision.Absorbed(job, id, batch.rows(), model, scores, timings, profile, drift),
        out -> write(trained, out),
        options.workerId());
  }

  /**
   * Makes sure that somebody can go on from a checkpoint, unless this very learner did already.
   *
   * @throws CorruptStateException when its state is proven damaged
   */
  void requireWhole(Manifest checkpoint) {
    if (stateOf != checkpoint.number()) {
      store.readState(
          checkpoint, (known, payload) -> payload.transferTo(OutputStream.nullOutputStream()));
    }
  }

  /** The last draft was published: its state is that of this checkpoint. */
  void committed(long number) {
    state = drafted;
    stateOf = number;
    drafted = null;
  }

  /** Forgets the state in memory. */
  void discard() {
    state = null;
    stateOf = NONE;
    drafted = null;
  }

  /** What a lineage left out when it began it leaves out for ever. */
  private ModelSpec specOf(Lineage lineage, DatasetFile file, DataSet dataset) {
    return lineage
        .model()
        .map(head -> ((Decision.Absorbed) head.decision()).model().spec())
        .or(lineage::spec)
        .map(bound -> options.spec().withIdentifiers(bound.identifiers()))
        .orElseGet(() -> firstLook.at(file.path(), dataset));
  }

  private Batch bind(
      DatasetFile file, DataSet dataset, BatchBinder binder, @Nullable Manifest parent) {
    try {
      if (parent == null) {
        LabelClasses declared = new LabelClasses(options.spec().declaredClasses());
        return binder.bind(dataset, binder.featuresOf(dataset), declared);
      }
      Model known = ((Decision.Absorbed) parent.decision()).model();
      return binder.bind(dataset, known.features(), known.classes());
    } catch (DatasetException e) {
      throw e.in(file.path());
    }
  }

  /** Whatever a trainer throws, it is this data set that it cannot learn from. */
  private <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (TrainingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new TrainingException(
          "The trainer '%s' failed: %s".formatted(trainer.info().name(), e), e);
    }
  }

  private void write(S trained, OutputStream out) throws IOException {
    try {
      trainer.codec().write(trained, out);
    } catch (RuntimeException e) {
      throw new IOException(
          "The trainer '%s' failed to write its state: %s".formatted(trainer.info().name(), e), e);
    }
  }

  private S stateAt(@Nullable Manifest parent, Model model) {
    if (parent == null) {
      return trainer.initial(model.trainingSpec());
    }
    S held = state;
    if (held != null && stateOf == parent.number()) {
      return held;
    }
    return store.readState(
        parent, (known, payload) -> trainer.codec().read(payload, known.trainingSpec()));
  }

  private Scorecard prequential(S current, Batch batch) {
    Predictions predictions = trainer.predictor(current).predict(batch.features());
    return Scorecard.of(predictions, batch.labels(), batch.classes(), options.spec());
  }

  private static double accuracy(Predictions predictions, int[] labels) {
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      if (predictions.mostProbable(row) == labels[row]) {
        right++;
      }
    }
    return (double) right / labels.length;
  }
}
