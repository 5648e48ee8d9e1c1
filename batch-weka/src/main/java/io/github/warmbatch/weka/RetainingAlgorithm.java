package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Any of the allowed classifiers, on rows that are kept. */
abstract class RetainingAlgorithm implements Algorithm {
  private static final int MOST_ROWS = 1_000_000;

  private final Map<String, ClassifierKind> allowed;
  private final String preset;
  private final TrainerOption capacity;

  /**
   * One of these.
   *
   * @param preset the classifier where none is named
   * @param capacity how many rows are kept
   */
  RetainingAlgorithm(Map<String, ClassifierKind> allowed, String preset, TrainerOption capacity) {
    this.allowed = allowed;
    this.preset = preset;
    this.capacity = capacity;
  }

  /** A model that keeps so many rows. */
  abstract RetainedModel model(ModelShape shape, Recipe recipe, int rows);

  @Override
  public final List<TrainerOption> options() {
    List<TrainerOption> all = new ArrayList<>(Recipe.trainerOptions(preset, allowed));
    all.add(capacity);
    return List.copyOf(all);
  }

  @Override
  public final CategoryCoding coding() {
    return CategoryCoding.NOMINAL;
  }

  @Override
  public final void check(Options options) {
    Recipe.of(options, allowed);
    rows(options);
  }

  private int rows(Options options) {
    return options.whole(capacity.name(), 10, MOST_ROWS);
  }

  @Override
  public final RetainedModel create(ModelShape shape, Options options) {
    return model(shape, Recipe.of(options, allowed), rows(options));
  }

  @Override
  public final LearningModel read(StateInput in, ModelShape shape, Options options)
      throws StateFormatException {
    RetainedModel model = create(shape, options);
    model.read(in);
    return model;
  }
}
