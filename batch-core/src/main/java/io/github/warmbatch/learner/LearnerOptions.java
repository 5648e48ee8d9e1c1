package io.github.warmbatch.learner;

import io.github.warmbatch.training.TrainerOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of our learners, checked.
 *
 * @param values every option with its value
 */
record LearnerOptions(Map<String, String> values) {
  static final String AUTO = "auto";
  static final String NONE = "none";
  static final String TIME = "time";
  static final String AMOUNTS = "amounts";
  static final String HALF_LIVES = "half-lives";
  static final String KEYS = "keys";

  /** What both learners take. */
  static final List<TrainerOption> ALL =
      List.of(
          new TrainerOption(
              TIME,
              AUTO,
              "the column that says when a row happened; none: each batch is a day; auto: a"
                  + " timestamp, or whole numbers that are seconds to nanoseconds since 1970"),
          new TrainerOption(
              AMOUNTS,
              AUTO,
              "up to 8 columns, separated by commas, that are averaged for each entity; none; auto:"
                  + " the first three numbers that are neither small counts nor in ascending order"),
          new TrainerOption(
              HALF_LIVES,
              "1,7,30",
              "days after which what is known of an entity counts half, one to five, ascending"),
          new TrainerOption(
              KEYS,
              "100000",
              "how many values of an entity column are remembered, 100 to 10000000; those seen"
                  + " longest ago are forgotten first"));

  private static final int MINUTES = 24 * 60;
  private static final int MOST_LIVES = 5;
  private static final int MOST_AMOUNTS = 8;
  private static final int FEWEST_KEYS = 100;
  private static final int MOST_KEYS = 10_000_000;

  /**
   * The given options, the others at their defaults.
   *
   * @throws IllegalArgumentException when one is unknown or its value does not fit
   */
  static LearnerOptions of(Map<String, String> given) {
    Map<String, String> values = new TreeMap<>();
    ALL.forEach(option -> values.put(option.name(), option.defaultValue()));
    for (Map.Entry<String, String> option : given.entrySet()) {
      if (values.replace(option.getKey(), option.getValue().strip()) == null) {
        throw new IllegalArgumentException(
            "There is no option '%s' (with the value '%s'); there are %s"
                .formatted(option.getKey(), option.getValue(), values.keySet()));
      }
    }
    LearnerOptions options = new LearnerOptions(Map.copyOf(values));
    options.halfLives();
    options.keys();
    if (options.amounts().size() > MOST_AMOUNTS) {
      throw refusal(AMOUNTS, options.value(AMOUNTS), "at most 8 columns");
    }
    return options;
  }

  /** The time column's name, {@link #AUTO} or {@link #NONE}. */
  String time() {
    return value(TIME);
  }

  boolean choosesAmounts() {
    return value(AMOUNTS).equals(AUTO);
  }

  /** The amounts' names where they are given. */
  List<String> amounts() {
    String given = value(AMOUNTS);
    return given.equals(AUTO) || given.equals(NONE) ? List.of() : split(given);
  }

  /** In minutes, ascending. */
  List<Integer> halfLives() {
    String given = value(HALF_LIVES);
    List<Integer> minutes = new ArrayList<>();
    for (String days : split(given)) {
      minutes.add(minutes(days, given));
    }
    boolean ascending = minutes.stream().sorted().distinct().toList().equals(minutes);
    if (minutes.isEmpty() || minutes.size() > MOST_LIVES || !ascending) {
      throw refusal(HALF_LIVES, given, "one to five numbers of days, ascending");
    }
    return minutes;
  }

  int keys() {
    String given = value(KEYS);
    int keys = given.matches("\\d{1,9}") ? Integer.parseInt(given) : 0;
    if (keys < FEWEST_KEYS || keys > MOST_KEYS) {
      throw refusal(KEYS, given, "a whole number from 100 to 10000000");
    }
    return keys;
  }

  private String value(String name) {
    return values.getOrDefault(name, "");
  }

  private static int minutes(String days, String given) {
    if (!days.matches("\\d{1,4}(\\.\\d{1,6})?")) {
      throw refusal(HALF_LIVES, given, "one to five numbers of days, ascending");
    }
    return (int) Math.max(1, Math.round(Double.parseDouble(days) * MINUTES));
  }

  private static List<String> split(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static IllegalArgumentException refusal(String option, String value, String wanted) {
    return new IllegalArgumentException(
        "Option '%s' is '%s'; it takes %s".formatted(option, value, wanted));
  }
}
