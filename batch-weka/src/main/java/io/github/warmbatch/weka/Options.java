package io.github.warmbatch.weka;

import io.github.warmbatch.training.TrainerOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trainer's options, all of them, each value in its shortest spelling. Immutable. */
final class Options {
  /** How many classes there may be. */
  static final TrainerOption MAX_CLASSES =
      new TrainerOption(
          "max-classes", "100", "most classes that the label may have, 2 to 1000; a guard");

  /** How many values of a text column are told apart. */
  static final TrainerOption TEXT_VALUES =
      new TrainerOption(
          "text-values",
          "16",
          "values of each text column told apart, as met, 1 to 1000; all others count as one");

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /** The options that an algorithm's trainer takes. */
  static List<TrainerOption> of(Algorithm algorithm) {
    List<TrainerOption> all = new ArrayList<>(algorithm.options());
    all.add(MAX_CLASSES);
    all.add(TEXT_VALUES);
    return List.copyOf(all);
  }

  /**
   * The given values, the others at their defaults.
   *
   * @throws IllegalArgumentException when a name is unknown or a value does not fit
   */
  static Options of(Algorithm algorithm, Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    of(algorithm).forEach(option -> values.put(option.name(), shortest(option.defaultValue())));
    given.forEach(
        (name, value) -> {
          if (values.replace(name, shortest(value)) == null) {
            throw new IllegalArgumentException(
                "%s has no option '%s'; it has %s"
                    .formatted(algorithm.name(), name, String.join(", ", values.keySet())));
          }
        });
    Options options = new Options(values);
    options.maxClasses();
    options.textValues();
    algorithm.check(options);
    return options;
  }

  /** All of them by name. */
  Map<String, String> asMap() {
    return Map.copyOf(values);
  }

  /** The value of {@link #MAX_CLASSES}. */
  int maxClasses() {
    return whole(MAX_CLASSES.name(), 2, 1000);
  }

  /** The value of {@link #TEXT_VALUES}. */
  int textValues() {
    return whole(TEXT_VALUES.name(), 1, 1000);
  }

  /** An option that is a whole number within these bounds. */
  int whole(String name, int least, int most) {
    double value = number(name);
    if (value >= least && value <= most && value == Math.rint(value)) {
      return (int) value;
    }
    throw unfit(name, "a whole number from %d to %d".formatted(least, most));
  }

  /** An option that is a number above zero and up to a bound. */
  double positive(String name, double most) {
    double value = number(name);
    if (value > 0 && value <= most) {
      return value;
    }
    throw unfit(name, "a number above 0 and up to " + most);
  }

  /** An option that is one of these words. */
  String oneOf(String name, List<String> words) {
    String value = text(name);
    if (!words.contains(value)) {
      throw unfit(name, "one of " + String.join(", ", words));
    }
    return value;
  }

  /** An option that is some words, the spaces between them being as good as one. */
  List<String> words(String name) {
    String value = text(name);
    return value.isEmpty() ? List.of() : List.of(value.split(" "));
  }

  private double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("No option " + name);
    }
    return value;
  }

  private IllegalArgumentException unfit(String name, String wanted) {
    return new IllegalArgumentException(
        "Option '%s' is '%s'; it takes %s".formatted(name, values.get(name), wanted));
  }

  private static String shortest(String spelled) {
    String text = spelled.strip().replaceAll("\\s+", " ");
    try {
      double value = Double.parseDouble(text);
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
