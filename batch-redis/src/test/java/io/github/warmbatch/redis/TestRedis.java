package io.github.warmbatch.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis on a port of its own, and a client to look and meddle with. */
final class TestRedis implements AutoCloseable {
  private final RedisServer server;
  private final int port;
  private final String password;
  private final RedissonClient client;

  private TestRedis(RedisServer server, int port, String password) {
    this.server = server;
    this.port = port;
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
    int port = freePort();
    RedisServerBuilder builder =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("dir " + directory);
    for (String setting : settings) {
      builder = builder.setting(setting);
    }
    RedisServer server = builder.build();
    server.start();
    return new TestRedis(server, port, password);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  RedissonClient client() {
    return client;
  }

  int port() {
    return port;
  }

  URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Runs a command as typed, over a connection of its own; the reply in one text. */
  String command(String line) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = String.valueOf(in.readLine());
      return first.startsWith("$") && !first.equals("$-1") ? bulk(in, first) : first.substring(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bulk(BufferedReader in, String header) throws IOException {
    StringBuilder text = new StringBuilder();
    int length = Integer.parseInt(header.substring(1));
    while (text.length() < length) {
      text.append((char) in.read());
    }
    return text.toString();
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
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Config config() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .setPassword(password.isEmpty() ? null : password)
        .useSingleServer()
        .setAddress("redis://127.0.0.1:" + port)
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(48);
    return config;
  }
}
