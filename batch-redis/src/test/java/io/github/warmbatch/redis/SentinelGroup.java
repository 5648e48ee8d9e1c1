package io.github.warmbatch.redis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A primary and its replica, which ask for a password, and three Sentinels, which ask for none. */
final class SentinelGroup implements AutoCloseable {
  static final String PASSWORD = "sesame";
  static final String MASTER = "cards";
  private static final int SENTINELS = 3;

  private final Path directory;
  private final RedisProcess primary;
  private final RedisProcess replica;
  private final List<RedisProcess> sentinels = new ArrayList<>();

  SentinelGroup(Path directory) throws IOException {
    this.directory = directory;
    primary = server("primary");
    replica = server("replica", "replicaof 127.0.0.1 " + primary.port());
    Await.until(
        "the replica follows",
        () -> replica.command(PASSWORD, "INFO replication").contains("master_link_status:up"));
    for (int i = 0; i < SENTINELS; i++) {
      sentinels.add(sentinel("sentinel" + i));
    }
    for (RedisProcess sentinel : sentinels) {
      Await.until("the Sentinels can decide", () -> isReady(sentinel));
    }
  }

  RedisProcess primary() {
    return primary;
  }

  RedisProcess replica() {
    return replica;
  }

  /** The Sentinels as an address has them. */
  String hosts() {
    return sentinels.stream()
        .map(sentinel -> "127.0.0.1:" + sentinel.port())
        .collect(Collectors.joining(","));
  }

  URI uri() {
    return uri(":" + PASSWORD + "@" + hosts(), MASTER);
  }

  static URI uri(String loginAndHosts, String master) {
    return URI.create("redis-sentinel://" + loginAndHosts + "?sentinelMasterId=" + master);
  }

  /** Pushes entries, and comes back once the replica has them. */
  void push(String... entries) {
    primary.command(PASSWORD, "RPUSH datasets " + String.join(" ", entries));
    String length = primary.command(PASSWORD, "LLEN datasets");
    Await.until(
        "the replica has the entries",
        () -> replica.command(PASSWORD, "LLEN datasets").equals(length));
  }

  @Override
  public void close() {
    sentinels.forEach(RedisProcess::close);
    replica.close();
    primary.close();
  }

  private RedisProcess server(String name, String... settings) throws IOException {
    String[] all =
        Stream.concat(
                Stream.of("requirepass " + PASSWORD, "masterauth " + PASSWORD),
                Arrays.stream(settings))
            .toArray(String[]::new);
    return RedisProcess.server(directory.resolve(name), RedisProcess.freePort(), all);
  }

  private RedisProcess sentinel(String name) throws IOException {
    return RedisProcess.sentinel(
        directory.resolve(name),
        RedisProcess.freePort(),
        "sentinel monitor %s 127.0.0.1 %d 2".formatted(MASTER, primary.port()),
        "sentinel auth-pass %s %s".formatted(MASTER, PASSWORD),
        "sentinel down-after-milliseconds %s 500".formatted(MASTER),
        "sentinel failover-timeout %s 3000".formatted(MASTER));
  }

  /** A Sentinel tells nobody's list in one line, but how many entries it has. */
  private static boolean isReady(RedisProcess sentinel) {
    return sentinel.command("SENTINEL sentinels " + MASTER).equals("2")
        && sentinel.command("SENTINEL replicas " + MASTER).equals("1")
        && sentinel.command("SENTINEL ckquorum " + MASTER).startsWith("OK 3 usable");
  }
}
