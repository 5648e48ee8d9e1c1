package io.github.warmbatch.runner;

import java.util.regex.Pattern;

/** Text from outside, made fit to be shown: it can neither break a line nor steer a terminal. */
final class OneLine {
  /** Control characters, line separators, and what turns the direction of writing. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private OneLine() {}

  /** The text with a question mark for each character that is not fit to be shown. */
  static String of(String text) {
    return UNFIT.matcher(text).replaceAll("?");
  }
}
