package io.github.warmbatch.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server, a Sentinel or a node of a cluster.
 *
 * @param host a name or an address, one of IPv6 in brackets
 * @param port the port
 */
record RedisNode(String host, int port) {
  private static final Pattern SHAPE =
      Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9.-]+)(?::([0-9]{1,9}))?");
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code host} or {@code host:port}.
   *
   * @throws IllegalArgumentException when it is neither, with the rest of a sentence that begins
   *     with the address
   */
  static RedisNode of(String text, int usualPort) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("names no valid host (letters, digits, '-' and '.')");
    }
    int port = matcher.group(2) == null ? usualPort : Integer.parseInt(matcher.group(2));
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "names the port %d, which is not one of 1 to 65535".formatted(port));
    }
    return new RedisNode(matcher.group(1), port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
