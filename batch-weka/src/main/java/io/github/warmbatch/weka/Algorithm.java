package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerOption;
import java.util.List;

/**
 * One of Weka's classifiers: what it is called, what it takes, how its models are made. Stateless.
 */
interface Algorithm {

  /** The trainer's name. */
  String name();

  /** What it is, in one line. */
  String description();

  /** The options of its own, beside those that all take. */
  List<TrainerOption> options();

  /** How text and the like come to it. */
  CategoryCoding coding();

  /**
   * Checks the values of its own options.
   *
   * @throws IllegalArgumentException when one does not fit
   */
  void check(Options options);

  /** A model that has learned nothing. */
  LearningModel create(ModelShape shape, Options options);

  /** A model as {@link LearningModel#write} left it, for as many classes or more. */
  LearningModel read(StateInput in, ModelShape shape, Options options) throws StateFormatException;
}
