package io.github.warmbatch.runner;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the process tells whoever started it. */
enum ExitCode {
  /** The queue was worked off, or the command did what it was asked. */
  DONE(0, "Done; a worker: the queue is drained."),
  /** Something that nobody foresaw. */
  UNEXPECTED(1, "Something unexpected, or a check that found damage."),
  /** The command line, the configuration or an input named there is wrong. */
  USAGE(2, "Usage or configuration: as it stands, running it again will not help."),
  /** The queue was worked off, but some jobs were given up. */
  DEAD_LETTERS(3, "Drained, with dead letters: see 'warmbatch dead-letters list'."),
  /** The model became worse, and the worker was to stop then. */
  REGRESSED(
      4, "Stopped because the model became worse (--on-regression stop): promote or go back."),
  /** There is work left. */
  STOPPED(75, "Stopped early (asked to, or the queue was lost): run it again.");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the process exits with. */
  int code() {
    return code;
  }

  /** All codes with their meanings, for people. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode each : values()) {
      meanings.put(Integer.toString(each.code), each.meaning);
    }
    return meanings;
  }
}
