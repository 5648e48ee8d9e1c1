package io.github.warmbatch.checkpoint;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names under which the store keeps things; whatever is called otherwise is not its own. */
final class FileNames {
  private static final int WIDTH = 8;
  private static final Pattern RECORD = Pattern.compile("(\\d{8,18})\\.json");
  private static final Pattern ATTEMPT = Pattern.compile("[0-9a-z-]{1,64}");

  private static final Pattern OF_AN_ATTEMPT =
      Pattern.compile("(\\d{8,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?:state|tmp)");

  private FileNames() {}

  /**
   * What an attempt called one of its files.
   *
   * @param number that it wanted
   * @param attempt the attempt
   * @param isState whether it is a state, and not a record before it was published
   */
  record Attempted(long number, String attempt, boolean isState) {}

  /** The name of a published record: {@code 00000004.json}. */
  static String record(long number) {
    return padded(number) + ".json";
  }

  /** The name of a record that is not published yet. */
  static String unpublished(long number, String attempt) {
    return padded(number) + "-" + attempt + ".tmp";
  }

  /** The name of the state that an attempt wrote. */
  static String state(long number, String attempt) {
    return padded(number) + "-" + attempt + ".state";
  }

  /** The number of the record that has this name, if it is a record's. */
  static OptionalLong numberOf(String name) {
    Matcher matcher = RECORD.matcher(name);
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      if (number > 0 && record(number).equals(name)) {
        return OptionalLong.of(number);
      }
    }
    return OptionalLong.empty();
  }

  /** What is said by a name that this library gave to a file of one attempt, if it is such. */
  static Optional<Attempted> attempted(String name) {
    Matcher matcher = OF_AN_ATTEMPT.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    String attempt = matcher.group(2);
    boolean isState = state(number, attempt).equals(name);
    return isState || unpublished(number, attempt).equals(name)
        ? Optional.of(new Attempted(number, attempt, isState))
        : Optional.empty();
  }

  /** Whether this may stand as an attempt in a file's name. */
  static boolean isAttempt(String text) {
    return ATTEMPT.matcher(text).matches();
  }

  private static String padded(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, WIDTH - digits.length())) + digits;
  }
}
