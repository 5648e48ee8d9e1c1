package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.checkpoint.StateFile;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.BatchBinder;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.Trainers;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A model as a checkpoint keeps it, ready to be asked. Immutable; safe for use from many threads.
 *
 * <pre>{@code
 * SavedModel model = SavedModel.open(Path.of("model_cpt_2018-04-04.wbm"), Trainers.installed());
 * Predictions predictions = model.predict(dataset);
 * }</pre>
 */
public final class SavedModel {
  private final Model model;
  private final Predictor predictor;
  private final boolean[] positives;

  private SavedModel(Model model, Predictor predictor) {
    this.model = model;
    this.predictor = predictor;
    this.positives = model.spec().positivesAmong(predictor.classes());
  }

  /**
   * The model in a file: a {@code .wbm}, or a state of a lineage.
   *
   * @throws CheckpointException when it is not such a file, is damaged, or its trainer is not among
   *     those at hand
   */
  public static SavedModel open(Path file, Trainers trainers) {
    return StateFile.open(file).read((model, payload) -> read(model, payload, trainers));
  }

  /**
   * The model of a decision that absorbed a data set.
   *
   * @throws CheckpointException when its state cannot be read, or its trainer is not among those at
   *     hand
   */
  public static SavedModel load(CheckpointStore store, Manifest absorbed, Trainers trainers) {
    return store.readState(absorbed, (model, payload) -> read(model, payload, trainers));
  }

  /** What the model is of: label, columns, classes, trainer. */
  public Model model() {
    return model;
  }

  /**
   * A prediction for each row. Columns may come in any order; the label and ignored columns may be
   * there or not.
   *
   * @throws DatasetException when a column is missing, added or of another type
   */
  public Predictions predict(DataSet dataset) {
    return predictor.predict(binder().select(dataset, model.features()));
  }

  /**
   * A prediction for one row, which maps each column to its value as {@link DataSet#ofRows} has it.
   * Text that spells a number or a time is read as such where the model wants one. Many rows are
   * faster together, by {@link #predict(DataSet)}.
   *
   * @throws DatasetException when a column is missing, added, or its value is of another type; a
   *     column without a value is there, with null
   */
  public Prediction predict(Map<String, ?> row) {
    return Prediction.of(predict(DataSet.ofRows(List.of(row))), positives);
  }

  /**
   * How good the model is on a labelled data set.
   *
   * @throws DatasetException when the columns differ, or a label is missing
   */
  public Scorecard evaluate(DataSet dataset) {
    Batch batch = binder().bind(dataset, model.features(), model.classes());
    return Scorecard.of(
        predictor.predict(batch.features()), batch.labels(), batch.classes(), model.spec());
  }

  private BatchBinder binder() {
    return new BatchBinder(model.spec());
  }

  private static SavedModel read(Model model, InputStream payload, Trainers trainers)
      throws IOException {
    TrainerInfo info = model.spec().trainer();
    WarmStartTrainer<?> trainer = trainerFor(info, trainers);
    if (trainer.info().version() != info.version()) {
      throw new CheckpointException(
          "The model was written by version %d of the trainer '%s', and version %d is at hand"
              .formatted(info.version(), info.name(), trainer.info().version()));
    }
    return new SavedModel(model, predictor(trainer, model, payload));
  }

  private static WarmStartTrainer<?> trainerFor(TrainerInfo info, Trainers trainers) {
    try {
      return trainers.create(info.name(), info.options());
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(
          "The model's trainer is not at hand: %s".formatted(e.getMessage()), e);
    }
  }

  private static <S> Predictor predictor(
      WarmStartTrainer<S> trainer, Model model, InputStream payload) throws IOException {
    S state = trainer.codec().read(payload, model.trainingSpec());
    try {
      return trainer.predictor(state);
    } catch (TrainingException e) {
      throw new CheckpointException("The model cannot be asked: " + e.getMessage(), e);
    }
  }
}
