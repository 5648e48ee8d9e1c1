package io.github.warmbatch.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis is, and who asks. Shows itself without the password, and so do its errors.
 *
 * @param scheme {@code redis}, or {@code rediss} for TLS
 * @param host a name or an address, one of IPv6 in brackets
 * @param port the port
 * @param database the database's number
 * @param user the user, if one is named
 * @param password the password, if one is given
 */
record RedisAddress(
    String scheme,
    String host,
    int port,
    int database,
    @Nullable String user,
    @Nullable String password) {
  private static final int USUAL_PORT = 6379;
  private static final int HIGHEST_PORT = 65_535;
  private static final String SHAPE = "redis://[[user]:password@]host[:port][/database]";

  /** Reads an address such as {@code redis://user:password@host:6379/0}. */
  static RedisAddress of(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null || !Set.of("redis", "rediss").contains(scheme)) {
      throw bad("begins with neither redis:// nor rediss://");
    }
    if (uri.getHost() == null) {
      throw bad("names no valid host (letters, digits, '-' and '.')");
    }
    if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
      throw bad("names the port %d, which is not one of 1 to 65535".formatted(uri.getPort()));
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw bad("has a '?' or '#', which stand for nothing here");
    }
    String login = uri.getRawUserInfo();
    int colon = login == null ? -1 : login.indexOf(':');
    return new RedisAddress(
        scheme,
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        database(uri.getRawPath()),
        login == null || colon < 1 ? null : decoded(login.substring(0, colon)),
        login == null ? null : decoded(login.substring(colon + 1)));
  }

  /** For people: host and port, and whether over TLS. */
  String place() {
    return host + ":" + port + (scheme.equals("rediss") ? " over TLS" : "");
  }

  /** The address as Redisson takes it. */
  String server() {
    return scheme + "://" + host + ":" + port;
  }

  @Override
  public String toString() {
    return server() + "/" + database;
  }

  private static int database(@Nullable String path) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return 0;
    }
    if (!path.matches("/[0-9]{1,5}")) {
      throw bad("has a path that is not the number of a database: '%s'".formatted(path));
    }
    return Integer.parseInt(path.substring(1));
  }

  private static String decoded(String raw) {
    // In an address a plus sign is a plus sign.
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException bad(String what) {
    return new IllegalArgumentException(
        "The address of Redis %s. It has the form %s.".formatted(what, SHAPE));
  }
}
