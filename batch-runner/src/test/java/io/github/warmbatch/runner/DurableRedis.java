package io.github.warmbatch.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/** A Redis that syncs each change to its log before it answers, and can be made to crash. */
final class DurableRedis implements AutoCloseable {
  /** Below the ports that a client may be given, one of which might be this one otherwise. */
  private static final int FIRST_PORT = 21_000;

  private static final int PORTS = 9_000;
  private static final int SECONDS = 30;

  private final ProcessBuilder command;
  private final int port;
  private Process process;

  DurableRedis(Path directory) throws IOException {
    this.port = freePort();
    this.command =
        new ProcessBuilder(
                ExecutableProvider.newJarResourceProvider().get().getAbsolutePath(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "always")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("redis.log").toFile()));
    this.process = launch();
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  boolean isUp() {
    return process.isAlive();
  }

  /** Ends it as a power cut would. */
  void crash() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end. */
  void shutDown() {
    process.destroy();
    awaitEnd();
  }

  /** Starts it again, and returns when it has read its log and answers. */
  void start() {
    process = launch();
  }

  @Override
  public void close() {
    crash();
  }

  private Process launch() {
    try {
      Process started = command.start();
      RedisCommands commands = new RedisCommands(uri());
      while (!"+PONG".equals(commands.tryToSend("PING"))) {
        if (started.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("Redis ended as soon as it was started: " + command.command());
        }
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Redis does not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  private static int freePort() throws IOException {
    int start = (int) (ProcessHandle.current().pid() % PORTS);
    IOException taken = new IOException("not tried");
    for (int i = 0; i < PORTS; i++) {
      int candidate = FIRST_PORT + (start + i) % PORTS;
      try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        taken = e;
      }
    }
    throw taken;
  }
}
