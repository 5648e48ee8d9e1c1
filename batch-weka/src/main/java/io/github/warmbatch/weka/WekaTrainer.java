package io.github.warmbatch.weka;

import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains one of Weka's classifiers. Immutable; made by {@link WekaTrainers}.
 *
 * <p>Numbers are standardised by running statistics, timestamps become hour and weekday, text
 * becomes numbers as it is met; all of this is part of the state. Rows are learned in their order,
 * once each, with equal weight. A batch of no rows changes nothing. An interrupt ends training with
 * a {@link TrainingException}, the thread still interrupted.
 */
public final class WekaTrainer implements WarmStartTrainer<WekaState> {
  private static final int STATE_VERSION = 1;

  private final Algorithm algorithm;
  private final Map<String, String> given;
  private final Options options;

  WekaTrainer(Algorithm algorithm, Map<String, String> given) {
    this.algorithm = algorithm;
    this.given = Map.copyOf(given);
    this.options = Options.of(algorithm, given);
  }

  /**
   * The same trainer with another value for one option.
   *
   * @throws IllegalArgumentException when there is no such option or the value does not fit
   */
  public WekaTrainer with(String option, String value) {
    Map<String, String> more = new HashMap<>(given);
    more.put(option, value);
    return new WekaTrainer(algorithm, more);
  }

  @Override
  public TrainerInfo info() {
    return new TrainerInfo(algorithm.name(), STATE_VERSION, options.asMap());
  }

  @Override
  public WekaState initial(TrainingSpec spec) {
    FeatureEncoding encoding =
        FeatureEncoding.initial(spec.features(), options, algorithm.coding());
    return new WekaState(spec, LabelClasses.NONE, List.of(), encoding, new byte[0]);
  }

  @Override
  public WekaState train(WekaState state, Batch batch) {
    Columns.require(state.spec().features(), batch.features().schema());
    requireClasses(state, batch.classes());
    return batch.rows() == 0 ? state : learned(state, batch);
  }

  private void requireClasses(WekaState state, LabelClasses classes) {
    if (classes.size() > options.maxClasses()) {
      throw new TrainingException(
          "The label has %d classes, %s takes up to %d; is '%s' the label? If so, raise its option %s"
              .formatted(
                  classes.size(),
                  algorithm.name(),
                  options.maxClasses(),
                  state.spec().model().label(),
                  Options.MAX_CLASSES.name()));
    }
    if (!state.classes().isPrefixOf(classes)) {
      throw new TrainingException(
          "The batch's classes %s do not continue those learned before, %s"
              .formatted(classes.names(), state.classes().names()));
    }
  }

  private WekaState learned(WekaState state, Batch batch) {
    FeatureEncoding encoding = state.encoding().having(batch.features());
    byte[] model;
    try {
      LearningModel learning = model(state, batch.classes());
      learn(learning, learning.filler(encoding, batch.features()), batch.labels());
      model = bytes(learning);
    } catch (IOException e) {
      throw new TrainingException(
          "%s cannot carry on: %s; try other options".formatted(algorithm.name(), e.getMessage()),
          e);
    }
    return new WekaState(
        state.spec(), batch.classes(), counts(state.counts(), batch), encoding, model);
  }

  private void learn(LearningModel model, RowFiller filler, int[] labels) {
    Row row = model.newRow();
    try {
      for (int i = 0; i < labels.length; i++) {
        filler.fill(i, row);
        model.learn(row, labels[i]);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("Training was interrupted", e);
    } catch (Exception e) {
      throw new TrainingException("%s failed: %s".formatted(algorithm.name(), e), e);
    }
  }

  private static byte[] bytes(LearningModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static List<Long> counts(List<Long> before, Batch batch) {
    long[] counts = new long[batch.classes().size()];
    for (int i = 0; i < before.size(); i++) {
      counts[i] = before.get(i);
    }
    for (int label : batch.labels()) {
      counts[label]++;
    }
    List<Long> all = new ArrayList<>();
    for (long count : counts) {
      all.add(count);
    }
    return all;
  }

  @Override
  public Predictor predictor(WekaState state) {
    if (state.rows() == 0) {
      throw new TrainingException(
          "The model has learned nothing yet: train a batch before predicting");
    }
    try {
      return new WekaPredictor(algorithm.name(), state, state.ready(() -> readied(state)));
    } catch (StateFormatException e) {
      throw new TrainingException(
          "The state of %s cannot be used: %s".formatted(algorithm.name(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("Training was interrupted", e);
    } catch (Exception e) {
      throw new TrainingException("%s failed: %s".formatted(algorithm.name(), e), e);
    }
  }

  private LearningModel readied(WekaState state) throws Exception {
    LearningModel model = model(state, state.classes());
    model.ready(state.encoding());
    return model;
  }

  /** The state's model, made ready for these classes. */
  LearningModel model(WekaState state, LabelClasses classes) throws StateFormatException {
    ModelShape shape = state.shape(classes);
    if (state.model().length == 0) {
      return algorithm.create(shape, options);
    }
    StateInput in = new StateInput(state.model());
    LearningModel model = algorithm.read(in, shape, options);
    in.end();
    return model;
  }

  @Override
  public StateCodec<WekaState> codec() {
    return new WekaStateCodec(this);
  }
}
