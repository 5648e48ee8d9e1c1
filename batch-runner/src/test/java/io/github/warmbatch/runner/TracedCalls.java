package io.github.warmbatch.runner;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code strace -f -y} writes, and tells which calls changed something outside. */
final class TracedCalls {
  private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
  private static final String UNFINISHED = "<unfinished ...>";
  private static final String RESUMED = "resumed>";

  private final Map<Long, String> lastCalls = new HashMap<>();

  /** A thread that was told to stop right after a call. */
  record Stop(long thread, String call) {
    /** Whether others can see that the call was made: files, the network, the standard output. */
    boolean isVisibleOutside() {
      boolean opensOnly = call.startsWith("openat(") && !call.contains("O_CREAT");
      boolean failed = call.contains(" = -1 ");
      boolean wakesAThread = call.contains("<anon_inode:") || call.contains("<pipe:");
      return !opensOnly && !failed && (!wakesAThread || call.startsWith("write(1<"));
    }
  }

  /** Takes a line; answers the stop that it tells of, if any. */
  @Nullable Stop next(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("Not a line of strace: " + line);
    }
    long thread = Long.parseLong(parts.group(1));
    String event = parts.group(2);
    if (event.startsWith("--- SIGSTOP {")) {
      return new Stop(thread, lastCalls.getOrDefault(thread, "?"));
    }
    if (event.startsWith("<... ")) {
      String end = event.substring(event.indexOf(RESUMED) + RESUMED.length());
      lastCalls.merge(thread, end, String::concat);
    } else if (!event.startsWith("---") && !event.startsWith("+++")) {
      lastCalls.put(thread, event.replace(UNFINISHED, ""));
    }
    return null;
  }
}
