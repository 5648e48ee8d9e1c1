package io.github.warmbatch.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The trainers at hand, by name. */
public final class Trainers {
  private final List<TrainerProvider> providers;

  private Trainers(List<TrainerProvider> providers) {
    this.providers =
        providers.stream().sorted(Comparator.comparing(TrainerProvider::name)).toList();
    for (int i = 1; i < this.providers.size(); i++) {
      requireOther(this.providers.get(i - 1), this.providers.get(i));
    }
  }

  /**
   * Those on the class path, found by {@link java.util.ServiceLoader}, sorted by name.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public static Trainers installed() {
    List<TrainerProvider> found = new ArrayList<>();
    ServiceLoader.load(TrainerProvider.class).forEach(found::add);
    return new Trainers(found);
  }

  /**
   * These alone, sorted by name.
   *
   * @throws IllegalArgumentException when two have the same name
   */
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
    for (TrainerProvider provider : providers) {
      if (provider.name().equals(name)) {
        return provider.create(options);
      }
    }
    throw new IllegalArgumentException(
        "There is no trainer '%s'; there are: %s".formatted(name, names()));
  }

  private String names() {
    return providers.isEmpty()
        ? "none on the class path"
        : providers.stream().map(TrainerProvider::name).collect(Collectors.joining(", "));
  }

  private static void requireOther(TrainerProvider one, TrainerProvider other) {
    if (one.name().equals(other.name())) {
      throw new IllegalArgumentException(
          "Two trainers are named '%s': %s and %s (take one off the class path)"
              .formatted(one.name(), one.getClass().getName(), other.getClass().getName()));
    }
  }
}
