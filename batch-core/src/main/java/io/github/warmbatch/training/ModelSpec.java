package io.github.warmbatch.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a lineage is bound to by the first data set it absorbs: what is learned, from what, by whom.
 *
 * @param trainer the trainer with its options
 * @param label the name of the column to predict
 * @param ignored columns that are never looked at
 * @param entities columns that name a customer, a machine and the like
 * @param declaredClasses the label's classes where the user named them, in the user's order; empty
 *     where they are taken as they are met
 * @param positives the classes to be found, where the user named them; empty for all but the first
 * @param seed of whatever is random in training
 * @param identifiers columns that the first data set showed to be identifiers, left out like the
 *     ignored ones; nobody asked for it, so that they are no difference between specifications
 */
public record ModelSpec(
    TrainerInfo trainer,
    String label,
    List<String> ignored,
    List<String> entities,
    List<String> declaredClasses,
    List<String> positives,
    long seed,
    List<String> identifiers) {

  /** A specification, its lists copied. */
  public ModelSpec {
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(label, "label");
    ignored = List.copyOf(ignored);
    entities = List.copyOf(entities);
    declaredClasses = List.copyOf(declaredClasses);
    positives = List.copyOf(positives);
    identifiers = List.copyOf(identifiers);
  }

  /** A specification without identifiers. */
  public ModelSpec(
      TrainerInfo trainer,
      String label,
      List<String> ignored,
      List<String> entities,
      List<String> declaredClasses,
      List<String> positives,
      long seed) {
    this(trainer, label, ignored, entities, declaredClasses, positives, seed, List.of());
  }

  /** The same with these identifiers. */
  public ModelSpec withIdentifiers(List<String> columns) {
    return new ModelSpec(
        trainer, label, ignored, entities, declaredClasses, positives, seed, columns);
  }

  /** Whether a class of this number and name is one to be found. */
  public boolean isPositive(int number, String name) {
    return positives.isEmpty() ? number > 0 : positives.contains(name);
  }

  /** For each class whether it is one to be found. */
  public boolean[] positivesAmong(LabelClasses met) {
    boolean[] found = new boolean[met.size()];
    for (int number = 0; number < found.length; number++) {
      found[number] = isPositive(number, met.names().get(number));
    }
    return found;
  }

  /**
   * In what this differs from another specification, a sentence each; the order of ignored columns,
   * entities and positives does not matter.
   */
  public List<String> differencesFrom(ModelSpec other) {
    List<String> differences = new ArrayList<>();
    compare(differences, "trainer", trainer.name(), other.trainer.name());
    compare(differences, "trainer version", trainer.version(), other.trainer.version());
    compare(differences, "trainer options", sorted(trainer), sorted(other.trainer));
    compare(differences, "label", label, other.label);
    compare(differences, "ignored columns", sorted(ignored), sorted(other.ignored));
    compare(differences, "entity columns", sorted(entities), sorted(other.entities));
    compare(differences, "classes", declaredClasses, other.declaredClasses);
    compare(differences, "positive classes", sorted(positives), sorted(other.positives));
    compare(differences, "seed", seed, other.seed);
    return differences;
  }

  private static void compare(List<String> differences, String what, Object mine, Object theirs) {
    if (!mine.equals(theirs)) {
      differences.add("%s: %s here, %s there".formatted(what, mine, theirs));
    }
  }

  private static Map<String, String> sorted(TrainerInfo trainer) {
    return new TreeMap<>(trainer.options());
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }
}
