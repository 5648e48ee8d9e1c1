package io.github.warmbatch.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells a person at a terminal from a pipe, a file or a build. */
final class Terminal {
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

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

  /** From Java 22 on {@code System.console()} is there without a terminal, too: ask Linux first. */
  private static boolean isTerminal() {
    if (!Files.isSymbolicLink(ERROR_STREAM)) {
      return Runtime.version().feature() < 22 && System.console() != null;
    }
    try {
      String target = Files.readSymbolicLink(ERROR_STREAM).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
