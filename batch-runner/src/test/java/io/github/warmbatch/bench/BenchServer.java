package io.github.warmbatch.bench;

import io.github.warmbatch.redis.RedissonJobQueue;
import io.github.warmbatch.redis.RedissonJobQueueBuilder;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/** A Redis on a port of its own: the machine's, or else the embedded one. */
final class BenchServer implements AutoCloseable {
  static final String QUEUE = "datasets";
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Process process;
  private final int port;

  private BenchServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server that writes nothing to the disk, or an append-only file, synced each second.
   */
  static BenchServer start(Path directory, boolean appendOnly) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(executable(), "--port", "" + port));
    command.addAll(List.of("--bind", "127.0.0.1", "--save", ""));
    command.addAll(List.of("--dir", Files.createDirectories(directory).toString()));
    command.addAll(List.of("--appendonly", appendOnly ? "yes" : "no"));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    BenchServer server = new BenchServer(process, port);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    server.awaitStart();
    return server;
  }

  static String executable() throws IOException {
    Optional<String> installed = Programs.find("redis-server");
    return installed.isPresent() ? installed.get() : embedded();
  }

  private static String embedded() throws IOException {
    File file = ExecutableProvider.newJarResourceProvider().get().getAbsoluteFile();
    file.getParentFile().deleteOnExit();
    file.deleteOnExit();
    return file.getPath();
  }

  int port() {
    return port;
  }

  RedissonJobQueueBuilder queue(String workerId) {
    return queue(QUEUE, workerId);
  }

  RedissonJobQueueBuilder queue(String name, String workerId) {
    return RedissonJobQueue.builder()
        .redis(URI.create("redis://127.0.0.1:" + port))
        .name(name)
        .workerId(workerId);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitStart() throws IOException {
    long begun = System.nanoTime();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - begun > START_NANOS) {
        close();
        throw new IOException("Redis did not start on port " + port);
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
