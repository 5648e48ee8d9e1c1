package io.github.warmbatch.weka;

/**
 * A switch that one of Weka's classifiers may be given, with or without a number. Those that name a
 * class, a file, threads or output are no such switch.
 *
 * @param name as Weka spells it, the hyphen included
 * @param least the least number it takes
 * @param most the greatest number it takes
 * @param kind what it takes
 */
record ClassifierOption(String name, double least, double most, Kind kind) {

  /** What a switch takes. */
  enum Kind {
    /** Nothing. */
    SWITCH,
    /** A whole number. */
    WHOLE,
    /** A number. */
    DECIMAL
  }

  static ClassifierOption flag(String name) {
    return new ClassifierOption(name, 0, 0, Kind.SWITCH);
  }

  static ClassifierOption whole(String name, int least, int most) {
    return new ClassifierOption(name, least, most, Kind.WHOLE);
  }

  static ClassifierOption decimal(String name, double least, double most) {
    return new ClassifierOption(name, least, most, Kind.DECIMAL);
  }

  /** Whether it is followed by a number. */
  boolean takesNumber() {
    return kind != Kind.SWITCH;
  }

  /** Whether this text is a number that it takes. */
  boolean takes(String text) {
    try {
      double value = kind == Kind.WHOLE ? Integer.parseInt(text) : Double.parseDouble(text);
      return value >= least && value <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Its spelling with its bounds. */
  @Override
  public String toString() {
    return switch (kind) {
      case SWITCH -> name;
      case WHOLE -> "%s %d..%d".formatted(name, (long) least, (long) most);
      case DECIMAL -> "%s %s..%s".formatted(name, least, most);
    };
  }
}
