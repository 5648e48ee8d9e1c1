package io.github.warmbatch.runner;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Spans of time as people write them. */
final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private Durations() {}

  /** Reads {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h} or {@code 7d}. */
  static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a span of time; write 500ms, 30s, 5m, 2h or 7d");
    }
    return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
  }

  /**
   * Writes whole seconds, minutes, hours: {@code 1h 02m}, {@code 3m 20s}, {@code 45s}; less as
   * {@code 500ms}.
   */
  static String format(Duration duration) {
    if (duration.toHours() > 0) {
      return "%dh %02dm".formatted(duration.toHours(), duration.toMinutesPart());
    }
    if (duration.toMinutes() > 0) {
      return "%dm %02ds".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return duration.toSeconds() > 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }
}
