package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of our own on this machine, reachable from this machine alone, that keeps nothing. It
 * lives no longer than this process, however this process ends: a shell in between waits for the
 * end of its input, which comes even after SIGKILL, and takes the server with it. Ctrl-C on a
 * terminal does not reach the server, which is needed for giving the job in hand back.
 */
final class EmbeddedRedis implements Closeable {
  private static final String KEEPER =
      "trap '' INT; exec 3<&0; s=; command -v setsid >/dev/null 2>&1 && s=setsid;"
          + " $s \"$@\" & p=$!; (cat <&3; kill \"$p\") >/dev/null 2>&1 & wait \"$p\"";
  private static final String READY = "Ready to accept connections";
  private static final int ATTEMPTS = 3;
  private static final int SECONDS_TO_START = 15;
  private static final int SECONDS_TO_STOP = 5;

  private final Process process;
  private final int port;

  private EmbeddedRedis(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server.
   *
   * @throws IOException when there is none for this machine, or it does not start
   */
  static EmbeddedRedis start() throws IOException {
    File executable = executable();
    IOException failure = new IOException("not tried");
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          return start(executable, freePort());
        } catch (IOException e) {
          // Somebody else may have taken the port meanwhile.
          failure = e;
        }
      }
      throw failure;
    } finally {
      discard(executable);
    }
  }

  /** Its address. */
  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static File executable() throws IOException {
    try {
      return ExecutableProvider.newJarResourceProvider().get().getAbsoluteFile();
    } catch (RuntimeException e) {
      throw new IOException("there is no Redis for this machine: " + e.getMessage(), e);
    }
  }

  /** A running program needs no name, but on Windows. */
  private static void discard(File executable) {
    File directory = executable.getParentFile();
    if (!executable.delete() || !directory.delete()) {
      directory.deleteOnExit();
      executable.deleteOnExit();
    }
  }

  private static EmbeddedRedis start(File executable, int port) throws IOException {
    Process process =
        new ProcessBuilder(command(executable, port)).redirectErrorStream(true).start();
    EmbeddedRedis redis = new EmbeddedRedis(process, port);
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> drain(process, ready), "embedded-redis");
    reader.setDaemon(true);
    reader.start();
    try {
      ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
      return redis;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      redis.close();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      redis.close();
      String reason = e.getCause() == null ? "no answer in time" : e.getCause().getMessage();
      throw new IOException("Redis did not start: " + reason, e);
    }
  }

  private static List<String> command(File executable, int port) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/bin/sh"))) {
      command.addAll(List.of("/bin/sh", "-c", KEEPER, "redis"));
    }
    command.add(executable.getAbsolutePath());
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    return command;
  }

  /** Reads what the server says until its end, so that it never has to wait for a reader. */
  private static void drain(Process process, CompletableFuture<String> ready) {
    String last = "it said nothing";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
        if (line.contains(READY)) {
          ready.complete(line);
        }
      }
    } catch (IOException e) {
      last = e.toString();
    }
    ready.completeExceptionally(new IOException(last));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
