package io.github.warmbatch.training;

import java.util.Map;
import java.util.Objects;

/**
 * Who trains: enough to find the same trainer again for a state that it wrote.
 *
 * @param name the name under which a {@link TrainerProvider} knows it
 * @param version of the meaning of its state; a state of another version is refused
 * @param options the options it was made with, all of them, defaults included
 */
public record TrainerInfo(String name, int version, Map<String, String> options) {
  /** A description, its options copied. */
  public TrainerInfo {
    Objects.requireNonNull(name, "name");
    options = Map.copyOf(options);
  }
}
