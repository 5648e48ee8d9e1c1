package io.github.warmbatch.redis;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a Redis is laid out, with the form of its address. */
enum Topology {
  /** One server. */
  SINGLE("", 6379, "host[:port][/database]"),
  /** Sentinels that know which server is the primary. */
  SENTINEL("-sentinel", 26379, "host[:port][,host[:port]...][/database][?sentinelMasterId=name]"),
  /** A cluster, of which some nodes are named. */
  CLUSTER("-cluster", 6379, "host[:port][,host[:port]...]");

  private static final String PLAIN = "redis";
  private static final String TLS = "rediss";

  private final String suffix;
  private final int usualPort;
  private final String shape;

  Topology(String suffix, int usualPort, String rest) {
    this.suffix = suffix;
    this.usualPort = usualPort;
    this.shape = PLAIN + suffix + "://[[user]:password@]" + rest;
  }

  /** Whose scheme this is, with or without TLS. */
  static Optional<Topology> ofScheme(@Nullable String scheme) {
    return Arrays.stream(values())
        .filter(each -> each.scheme(false).equals(scheme) || each.scheme(true).equals(scheme))
        .findFirst();
  }

  /** The forms that an address may have, for people. */
  static String shapes() {
    return Arrays.stream(values()).map(Topology::shape).collect(Collectors.joining(", "));
  }

  static boolean isOverTls(URI uri) {
    return uri.getScheme().startsWith(TLS);
  }

  String scheme(boolean tls) {
    return (tls ? TLS : PLAIN) + suffix;
  }

  int usualPort() {
    return usualPort;
  }

  /** The form of an address, without TLS. */
  String shape() {
    return shape;
  }

  /** What a server's own address begins with. */
  static String serverScheme(boolean tls) {
    return tls ? TLS : PLAIN;
  }
}
