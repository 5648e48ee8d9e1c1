package io.github.warmbatch.runner;

import java.util.Locale;

/** The log on standard error. */
final class Logging {
  /** How much is logged. */
  enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private Logging() {}

  /**
   * Sets the log up, for which it must not have been used yet. Our own messages are logged from
   * this level on, those of other libraries only when they are warnings, unless everything is asked
   * for.
   */
  static void configure(Level level) {
    String name = level.name().toLowerCase(Locale.ROOT);
    set("log.io.github.warmbatch", name);
    set("defaultLogLevel", level == Level.TRACE ? "debug" : level == Level.ERROR ? name : "warn");
    // They log a stack trace for each byte that is no answer of Redis; what matters of it we say.
    if (level != Level.DEBUG && level != Level.TRACE) {
      set("log.org.redisson", "off");
      set("log.io.netty", "off");
    }
    set("showDateTime", "true");
    set("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSX");
    set("showThreadName", "false");
    set("showShortLogName", "true");
  }

  /** Whether failures are to come with their stack trace. */
  static boolean isDebug() {
    String level = System.getProperty(PREFIX + "log.io.github.warmbatch", "info");
    return level.equals("debug") || level.equals("trace");
  }

  private static void set(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }
}
