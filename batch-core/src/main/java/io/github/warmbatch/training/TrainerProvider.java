package io.github.warmbatch.training;

import java.util.List;
import java.util.Map;

/**
 * Makes a trainer known by name, to the command line and to whoever reads a state again. Found by
 * {@link java.util.ServiceLoader}; has a public constructor without parameters; stateless.
 */
public interface TrainerProvider {

  /** The name, lower case with hyphens. */
  String name();

  /** What it is, in one line. */
  String description();

  /** The options it takes. */
  List<TrainerOption> options();

  /**
   * A trainer with these options, the others at their defaults.
   *
   * @throws IllegalArgumentException when an option is not one of {@link #options} or its value
   *     does not fit; the message names both
   */
  WarmStartTrainer<?> create(Map<String, String> options);
}
