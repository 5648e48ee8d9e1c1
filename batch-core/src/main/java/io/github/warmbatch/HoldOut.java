package io.github.warmbatch;

import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.BatchBinder;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.TrainingException;
import org.jspecify.annotations.Nullable;

/** The data set that is never learned from, read once and scored after each job. */
final class HoldOut {
  private final String path;
  private final String sha256;
  private final DataSet dataset;
  private @Nullable Model boundTo;
  private @Nullable Batch batch;

  private HoldOut(String path, String sha256, DataSet dataset) {
    this.path = path;
    this.sha256 = sha256;
    this.dataset = dataset;
  }

  /**
   * The hold-out that a worker was told of, or null.
   *
   * @throws ConfigurationException when it cannot be read
   */
  static @Nullable HoldOut read(WorkerOptions options) {
    String path = options.holdOut();
    if (path == null) {
      return null;
    }
    try {
      DatasetFile file = options.dataRoot().open(path);
      return new HoldOut(path, file.sha256(), options.readers().read(file));
    } catch (DatasetException e) {
      throw misfit(e);
    }
  }

  String sha256() {
    return sha256;
  }

  /**
   * Looks whether the hold-out can be scored by such a model, before any work is done.
   *
   * @throws ConfigurationException when its columns or labels do not fit
   */
  void requireFits(Model model) {
    bind(model);
  }

  /**
   * Looks for columns that give the label away, before there is a model. What does not fit is not
   * seen here: it depends on the first data set.
   *
   * @throws ConfigurationException when there are such columns
   */
  void requireNoLeak(FirstLook look) {
    try {
      look.requireNoLeak(path, dataset);
    } catch (DatasetException e) {
      return;
    }
  }

  /**
   * Scores a predictor.
   *
   * @throws ConfigurationException when the hold-out's columns or labels do not fit the model
   */
  Scorecard score(Predictor predictor, Model model) {
    Batch labelled = bind(model);
    try {
      return Scorecard.of(
          predictor.predict(labelled.features()),
          labelled.labels(),
          labelled.classes(),
          model.spec());
    } catch (TrainingException e) {
      throw misfit(e);
    }
  }

  private Batch bind(Model model) {
    Batch bound = batch;
    if (bound == null || !model.equals(boundTo)) {
      try {
        bound = new BatchBinder(model.spec()).bind(dataset, model.features(), model.classes());
      } catch (DatasetException e) {
        throw misfit(e.in(path));
      }
      batch = bound;
      boundTo = model;
    }
    return bound;
  }

  private static ConfigurationException misfit(RuntimeException cause) {
    return new ConfigurationException("The hold-out cannot be used: " + cause.getMessage(), cause);
  }
}
