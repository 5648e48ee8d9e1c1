package io.github.warmbatch.redis;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of a queue: the list, and those beside it, all in the list's slot of a cluster.
 *
 * @param list the intake
 * @param all what the scripts get, in the order that they name them
 */
record QueueKeys(String list, List<Object> all) {

  private static final List<String> BESIDE =
      List.of("begun", "workers", "counters", "dead", "history");

  /**
   * The keys of the queue of this name.
   *
   * @throws IllegalArgumentException when no other key can be in its slot
   */
  static QueueKeys of(String name) {
    String prefix = sideKeyPrefix(name);
    return new QueueKeys(
        name,
        Stream.concat(Stream.of(name), BESIDE.stream().map(prefix::concat))
            .<Object>map(key -> key)
            .toList());
  }

  /** These and one more. */
  QueueKeys and(String key) {
    return new QueueKeys(list, Stream.concat(all.stream(), Stream.of((Object) key)).toList());
  }

  /** Redis hashes what is between the first brace and the next closing one, if anything is. */
  static String sideKeyPrefix(String name) {
    int open = name.indexOf('{');
    int close = open < 0 ? -1 : name.indexOf('}', open);
    if (close > open + 1) {
      requireNoneBeside(name);
      return name + ":";
    }
    if (name.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "The queue's name '%s' has a '}' without a hash tag such as '{tag}' before it. Choose another."
              .formatted(name));
    }
    return "{" + name + "}:";
  }

  private static void requireNoneBeside(String name) {
    if (BESIDE.stream().anyMatch(beside -> name.endsWith(":" + beside))) {
      throw new IllegalArgumentException(
          "The queue's name '%s' is that of a key beside another queue. Name that queue's list."
              .formatted(name));
    }
  }
}
