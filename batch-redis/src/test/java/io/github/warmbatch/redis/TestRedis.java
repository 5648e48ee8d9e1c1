package io.github.warmbatch.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** A real Redis on a port of its own, and a client to look and meddle with. */
final class TestRedis implements AutoCloseable {
  private final RedisProcess server;
  private final String password;
  private final RedissonClient client;

  private TestRedis(RedisProcess server, String password) {
    this.server = server;
    this.password = password;
    this.client = Redisson.create(config());
  }

  /** Starts a server without persistence, with further settings. */
  static TestRedis start(Path directory, String... settings) throws IOException {
    return launch(directory, "", settings);
  }

  /** Starts a server that asks for a password. */
  static TestRedis startLocked(Path directory, String password) throws IOException {
    return launch(directory, password, "requirepass " + password);
  }

  private static TestRedis launch(Path directory, String password, String... settings)
      throws IOException {
    int port = RedisProcess.freePort();
    return new TestRedis(RedisProcess.server(directory, port, settings), password);
  }

  RedissonClient client() {
    return client;
  }

  int port() {
    return server.port();
  }

  URI uri() {
    return URI.create("redis://127.0.0.1:" + port());
  }

  /** Runs a command as typed, over a connection of its own; the reply in one text. */
  String command(String line) {
    return server.command(line);
  }

  /** Ends the server at once. */
  void kill() {
    server.kill();
  }

  /** Starts the server again on its port, from what is on the disk. */
  void start() {
    server.start();
  }

  /** Ends the server at once, and starts it again from what is on the disk. */
  void restart() {
    kill();
    start();
  }

  /** Writes a snapshot of all there is, and answers where it is kept. */
  Path snapshot() {
    command("SAVE");
    copy(server.directory().resolve("dump.rdb"), kept());
    return kept();
  }

  /** Where the last snapshot is kept. */
  Path kept() {
    return server.directory().resolve("kept.rdb");
  }

  /** Ends the server at once, and starts it again from a snapshot. */
  void restore(Path snapshot) {
    kill();
    copy(snapshot, server.directory().resolve("dump.rdb"));
    start();
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a script that answers with a text. */
  String eval(String lua, String... arguments) {
    return String.valueOf(
        client
            .getScript(StringCodec.INSTANCE)
            .<Object>eval(
                RScript.Mode.READ_WRITE,
                lua,
                RScript.ReturnType.VALUE,
                List.of(),
                (Object[]) arguments));
  }

  /** The server's clock. */
  long micros() {
    return Long.parseLong(
        eval("local time = redis.call('TIME') return time[1] .. string.format('%06d', time[2])"));
  }

  /** {@code RPUSH}, as somebody with redis-cli would. */
  void push(String key, String... entries) {
    for (String entry : entries) {
      boolean unused = client.<String>getList(key, StringCodec.INSTANCE).add(entry);
    }
  }

  /** {@code LRANGE key 0 -1}. */
  List<String> entries(String key) {
    return client.<String>getList(key, StringCodec.INSTANCE).readAll();
  }

  void flush() {
    client.getKeys().flushall();
  }

  @Override
  public void close() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
    server.close();
  }

  private Config config() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .setPassword(password.isEmpty() ? null : password)
        .useSingleServer()
        .setAddress(uri().toString())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(48);
    return config;
  }
}
