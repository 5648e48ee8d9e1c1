package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Payload;
import java.util.ArrayList;
import java.util.List;

/** Appends entries to a queue, in portions that a script can hold. */
final class Submission {
  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private final ScriptRunner scripts;

  Submission(ScriptRunner scripts) {
    this.scripts = scripts;
  }

  void submit(List<Payload> entries) {
    scripts.requireOpen();
    List<Object> portion = new ArrayList<>();
    int bytes = 0;
    for (Payload entry : entries) {
      byte[] raw = entry.bytes();
      if (portion.size() == MOST_ENTRIES || bytes > MOST_BYTES - raw.length) {
        send(portion);
        bytes = 0;
      }
      portion.add(raw);
      bytes += raw.length;
    }
    send(portion);
  }

  private void send(List<Object> portion) {
    if (!portion.isEmpty()) {
      portion.add(0, Identity.randomText());
      scripts.run(Script.SUBMIT, portion.toArray());
      portion.clear();
    }
  }
}
