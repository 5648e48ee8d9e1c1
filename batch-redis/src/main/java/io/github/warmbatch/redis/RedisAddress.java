package io.github.warmbatch.redis;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis is, and who asks. Shows itself without the password, and so do its errors.
 *
 * @param topology how it is laid out
 * @param tls whether it is spoken to over TLS
 * @param nodes the servers, Sentinels or nodes that are named
 * @param database the database's number
 * @param master what the Sentinels call the primary
 * @param credentials who asks the servers
 */
record RedisAddress(
    Topology topology,
    boolean tls,
    List<RedisNode> nodes,
    int database,
    String master,
    Credentials credentials) {
  /** What Redis' own example configuration calls it. */
  static final String USUAL_MASTER = "mymaster";

  /** How a place over TLS ends. */
  static final String OVER_TLS = " over TLS";

  private static final String MASTER_OPTION = "sentinelMasterId=";

  /** Reads an address such as {@code redis://user:password@host:6379/0}. */
  static RedisAddress of(URI uri) {
    Topology topology =
        Topology.ofScheme(uri.getScheme())
            .orElseThrow(() -> bad("begins with none of these or their rediss", Topology.shapes()));
    try {
      return read(uri, topology);
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()), topology.shape());
    }
  }

  private static RedisAddress read(URI uri, Topology topology) {
    requireWholePassword(uri);
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    int at = authority.lastIndexOf('@');
    return new RedisAddress(
        topology,
        Topology.isOverTls(uri),
        nodes(authority.substring(at + 1), topology),
        database(uri.getRawPath(), topology),
        master(uri, topology),
        at < 0 ? Credentials.NONE : Credentials.of(authority.substring(0, at)));
  }

  /** Behind a password that was cut short, all that is read is a part of the password. */
  private static void requireWholePassword(URI uri) {
    String address = uri.toString();
    int end = address.indexOf("://") + 3 + String.valueOf(uri.getRawAuthority()).length();
    if (address.indexOf('@', Math.min(end, address.length())) >= 0) {
      throw new IllegalArgumentException(
          "has an '@' behind its host; in a user or a password '/' is written as %2F, '?' as %3F,"
              + " '#' as %23 and '@' as %40");
    }
  }

  /** For people: hosts and ports, and whether over TLS. */
  String place() {
    String who =
        switch (topology) {
          case SINGLE -> "";
          case SENTINEL -> "'" + master + "' of the Sentinels ";
          case CLUSTER -> "the cluster of ";
        };
    return who + names() + (tls ? OVER_TLS : "");
  }

  /** The nodes as Redisson takes them. */
  String[] servers() {
    return nodes.stream()
        .map(node -> Topology.serverScheme(tls) + "://" + node)
        .toArray(String[]::new);
  }

  @Override
  public String toString() {
    return topology.scheme(tls) + "://" + names() + "/" + database;
  }

  private String names() {
    return nodes.stream().map(RedisNode::toString).collect(Collectors.joining(","));
  }

  private static List<RedisNode> nodes(String text, Topology topology) {
    if (topology == Topology.SINGLE && text.indexOf(',') >= 0) {
      throw new IllegalArgumentException(
          "names several servers; that is for redis-sentinel:// and redis-cluster://");
    }
    return Arrays.stream(text.split(",", -1))
        .map(node -> RedisNode.of(node, topology.usualPort()))
        .toList();
  }

  private static int database(@Nullable String path, Topology topology) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return 0;
    }
    if (topology == Topology.CLUSTER) {
      throw new IllegalArgumentException("has a path, but a cluster has one database alone");
    }
    if (!path.matches("/[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "has a path that is not the number of a database: '%s'".formatted(path));
    }
    return Integer.parseInt(path.substring(1));
  }

  private static String master(URI uri, Topology topology) {
    String query = uri.getRawQuery();
    if (query == null && uri.getRawFragment() == null) {
      return USUAL_MASTER;
    }
    // What is there instead is not shown: it may be half a password.
    if (topology != Topology.SENTINEL || query == null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("has a '?' or '#', which stand for nothing here");
    }
    String name = query.startsWith(MASTER_OPTION) ? query.substring(MASTER_OPTION.length()) : "";
    if (name.isEmpty() || name.indexOf('&') >= 0) {
      throw new IllegalArgumentException("has something else than a master's name behind the '?'");
    }
    return Credentials.decoded(name);
  }

  private static IllegalArgumentException bad(String what, String shape) {
    return new IllegalArgumentException(
        "The address of Redis %s. It has the form %s, and rediss in place of redis for TLS."
            .formatted(what, shape));
  }
}
