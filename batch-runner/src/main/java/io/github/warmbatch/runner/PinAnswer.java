package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Retention;
import java.util.Map;

/** What pinning and unpinning answer. */
final class PinAnswer {
  private PinAnswer() {}

  static void print(Console console, boolean json, String line, Retention retention) {
    if (json) {
      console.printJson(Json.pretty(Map.of("pinned", retention.pinned())));
    } else {
      console.print(line);
    }
  }
}
