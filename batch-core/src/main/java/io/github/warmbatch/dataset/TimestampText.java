package io.github.warmbatch.dataset;

import java.time.Month;
import java.time.Year;

/**
 * Instants as text spells them, in a range of ASCII bytes: ISO 8601 dates, alone or with a time of
 * day, separated by {@code T} or a space, to the nanosecond, with {@code Z}, an offset or no zone
 * at all, which means UTC.
 */
final class TimestampText {
  /** What is returned for text that is no instant between the years 1678 and 2261. */
  static final long NONE = Long.MIN_VALUE;

  private static final long NANOS = 1_000_000_000L;
  private static final int DAY_SECONDS = 86_400;

  private final byte[] text;
  private final int to;
  private int at;
  private boolean wrong;

  private TimestampText(byte[] text, int from, int to) {
    this.text = text;
    this.to = to;
    this.at = from;
  }

  /** Nanoseconds since 1970-01-01T00:00:00Z, or {@link #NONE}. */
  static long nanos(byte[] text, int from, int to) {
    boolean plausible = to - from >= 10 && text[from + 4] == '-' && text[from + 7] == '-';
    return plausible ? new TimestampText(text, from, to).parse() : NONE;
  }

  private long parse() {
    long seconds = date() * DAY_SECONDS;
    long fraction = 0;
    if (at < to) {
      expectAny("T ");
      seconds += time();
      fraction = take('.') ? fraction() : 0;
      seconds -= offset();
    }
    return wrong || at < to ? NONE : seconds * NANOS + fraction;
  }

  private long date() {
    int year = number(4);
    expectAny("-");
    int month = number(2);
    expectAny("-");
    int day = number(2);
    wrong |= year < 1678 || year > 2261 || month < 1 || month > 12 || day < 1;
    if (wrong) {
      return 0;
    }
    wrong = day > Month.of(month).length(Year.isLeap(year));
    return daysBefore(year, month) + day;
  }

  /** Days from 1970-01-01 to the day before a month's first, of the Gregorian calendar. */
  private static long daysBefore(int year, int month) {
    int past = year - 1;
    long leapDays = (long) past / 4 - past / 100 + past / 400;
    long firstOfYear = past * 365L + leapDays - 719_162;
    return firstOfYear + Month.of(month).firstDayOfYear(Year.isLeap(year)) - 2;
  }

  private int time() {
    int hour = number(2);
    expectAny(":");
    int minute = number(2);
    int second = take(':') ? number(2) : 0;
    wrong |= hour > 23 || minute > 59 || second > 59;
    return hour * 3600 + minute * 60 + second;
  }

  private long fraction() {
    long value = 0;
    int digits = 0;
    while (at < to && isDigit(text[at]) && digits < 9) {
      value = value * 10 + text[at++] - '0';
      digits++;
    }
    wrong |= digits == 0;
    for (; digits < 9; digits++) {
      value *= 10;
    }
    return value;
  }

  private int offset() {
    if (at == to || take('Z') || take('z')) {
      return 0;
    }
    boolean west = at < to && text[at] == '-';
    expectAny("+-");
    int hours = number(2);
    take(':');
    int minutes = at < to ? number(2) : 0;
    wrong |= hours > 18 || minutes > 59;
    int seconds = hours * 3600 + minutes * 60;
    return west ? -seconds : seconds;
  }

  private int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      if (at >= to || !isDigit(text[at])) {
        wrong = true;
        return 0;
      }
      value = value * 10 + text[at++] - '0';
    }
    return value;
  }

  private void expectAny(String characters) {
    wrong |= at >= to || characters.indexOf(text[at]) < 0;
    at++;
  }

  private boolean take(char character) {
    boolean there = at < to && text[at] == character;
    at += there ? 1 : 0;
    return there;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }
}
