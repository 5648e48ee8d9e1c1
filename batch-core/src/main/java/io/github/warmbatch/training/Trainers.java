package io.github.warmbatch.training;

import java.util.List;
import java.util.Map;

/** The trainers at hand, by name. */
public final class Trainers {
  private final List<TrainerProvider> providers;

  private Trainers(List<TrainerProvider> providers) {
    this.providers = List.copyOf(providers);
  }

  /** Those on the class path, found by {@link java.util.ServiceLoader}, sorted by name. */
  public static Trainers installed() {
    throw new UnsupportedOperationException();
  }

  /** These alone. */
  public static Trainers of(List<TrainerProvider> providers) {
    return new Trainers(providers);
  }

  /** The providers. */
  public List<TrainerProvider> providers() {
    return providers;
  }

  /**
   * A trainer with these options.
   *
   * @throws IllegalArgumentException when there is none of that name (the message lists those that
   *     there are) or an option does not fit
   */
  public WarmStartTrainer<?> create(String name, Map<String, String> options) {
    throw new UnsupportedOperationException(name + options);
  }
}
