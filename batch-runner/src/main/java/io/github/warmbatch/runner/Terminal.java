package io.github.warmbatch.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells a person at a terminal from a pipe, a file or a build. */
final class Terminal {
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  /** Set by the launcher, for systems that do not tell. */
  private static final String TERMINAL = "warmbatch.terminal";

  private Terminal() {}

  /** Whether a moving progress line on standard error would be welcome. */
  static boolean watches(Map<String, String> environment) {
    return isUnset(environment, "CI")
        && isUnset(environment, "NO_COLOR")
        && !"dumb".equals(environment.get("TERM"))
        && isTerminal();
  }

  private static boolean isUnset(Map<String, String> environment, String variable) {
    return environment.getOrDefault(variable, "").isEmpty();
  }

  private static boolean isTerminal() {
    if (!Files.isSymbolicLink(ERROR_STREAM)) {
      return Boolean.getBoolean(TERMINAL);
    }
    try {
      String target = Files.readSymbolicLink(ERROR_STREAM).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
