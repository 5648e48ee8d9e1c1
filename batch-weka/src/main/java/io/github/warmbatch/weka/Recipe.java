package io.github.warmbatch.weka;

import io.github.warmbatch.training.TrainerOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weka.classifiers.AbstractClassifier;
import weka.core.Randomizable;

/**
 * A classifier by name and options, both found among those allowed.
 *
 * @param className the name in the list
 * @param kind what the list has under it
 * @param arguments the options as Weka takes them
 */
record Recipe(String className, ClassifierKind kind, List<String> arguments) {
  private static final String CLASS = "class";
  private static final String OPTIONS = "options";

  Recipe {
    arguments = List.copyOf(arguments);
  }

  /** The trainer's options behind a recipe. */
  static List<TrainerOption> trainerOptions(String preset, Map<String, ClassifierKind> allowed) {
    return List.of(
        new TrainerOption(CLASS, preset, "one of " + String.join(", ", allowed.keySet())),
        new TrainerOption(
            OPTIONS,
            "",
            "the classifier's own switches as Weka spells them, such as '-M 5 -U';"
                + " a wrong one is answered by the list of those it takes"));
  }

  /**
   * The recipe that options spell.
   *
   * @throws IllegalArgumentException when the class or one of its options is not allowed
   */
  static Recipe of(Options options, Map<String, ClassifierKind> allowed) {
    String name = options.oneOf(CLASS, List.copyOf(allowed.keySet()));
    ClassifierKind kind = allowed.get(name);
    if (kind == null) {
      throw new IllegalStateException("No classifier " + name);
    }
    return new Recipe(name, kind, checked(name, kind, options.words(OPTIONS)));
  }

  private static List<String> checked(String name, ClassifierKind kind, List<String> words) {
    List<String> checked = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      ClassifierOption option =
          kind.options().stream()
              .filter(known -> known.name().equals(word))
              .findFirst()
              .orElseThrow(() -> refused(name, kind, "'%s'".formatted(word)));
      if (checked.contains(word)) {
        throw refused(name, kind, "'%s' twice".formatted(word));
      }
      checked.add(word);
      if (option.takesNumber()) {
        String number = ++i < words.size() ? words.get(i) : "";
        if (!option.takes(number)) {
          throw refused(name, kind, "'%s'".formatted((word + " " + number).strip()));
        }
        checked.add(number);
      }
    }
    return checked;
  }

  private static IllegalArgumentException refused(String name, ClassifierKind kind, String what) {
    return new IllegalArgumentException(
        "Option '%s' has %s; %s takes %s".formatted(OPTIONS, what, name, kind.usage()));
  }

  /** A classifier that has learned nothing. What Weka throws is passed on. */
  AbstractClassifier classifier(long seed) throws Exception {
    WekaStart.quietly();
    AbstractClassifier classifier = kind.constructor().get();
    classifier.setOptions(arguments.toArray(String[]::new));
    if (classifier instanceof Randomizable randomizable) {
      randomizable.setSeed(Long.hashCode(seed));
    }
    return classifier;
  }

  /** The class's name and its options, as a state has them. */
  String text() {
    return (className + " " + String.join(" ", arguments)).strip();
  }
}
