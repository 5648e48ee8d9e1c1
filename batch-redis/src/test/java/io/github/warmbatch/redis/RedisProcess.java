package io.github.warmbatch.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * The embedded Redis as a process of its own: a server, a node of a cluster or a Sentinel, with any
 * settings, on a port that it keeps; killed as a machine is, and started again.
 */
final class RedisProcess implements AutoCloseable {
  private static final int SECONDS = 15;
  private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
  }

  private final Path directory;
  private final int port;
  private final boolean sentinel;
  private Process process;

  private RedisProcess(Path directory, int port, boolean sentinel) throws IOException {
    this.directory = directory;
    this.port = port;
    this.sentinel = sentinel;
    this.process = launch();
  }

  /** Starts a server that keeps its files in this directory, and saves nothing by itself. */
  static RedisProcess server(Path directory, int port, String... settings) throws IOException {
    configure(directory, port, "save \"\"", settings);
    return new RedisProcess(directory, port, false);
  }

  /** Starts a Sentinel. */
  static RedisProcess sentinel(Path directory, int port, String... settings) throws IOException {
    configure(directory, port, "", settings);
    return new RedisProcess(directory, port, true);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  Path directory() {
    return directory;
  }

  /** Ends it at once, and with it whatever is not on the disk. */
  void kill() {
    ALIVE.remove(process);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it again on its port, from what is on the disk. */
  void start() {
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command as typed, over a connection of its own; the first of the reply as text. */
  String command(String line) {
    return last(line);
  }

  /** Runs a command as one who knows the password. */
  String command(String password, String line) {
    return last("AUTH " + password, line);
  }

  /** Whether it answers, whatever it says. */
  boolean answers() {
    try {
      return !command("PING").isEmpty();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private String last(String... lines) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String reply = "";
      for (String line : lines) {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        reply = reply(in);
      }
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reply(BufferedReader in) throws IOException {
    String first = String.valueOf(in.readLine());
    if (!first.startsWith("$") || first.equals("$-1")) {
      return first.substring(1);
    }
    StringBuilder text = new StringBuilder();
    int length = Integer.parseInt(first.substring(1));
    while (text.length() < length) {
      text.append((char) in.read());
    }
    return text.toString();
  }

  @Override
  public void close() {
    kill();
  }

  private static void configure(Path directory, int port, String first, String... settings)
      throws IOException {
    Files.createDirectories(directory);
    List<String> lines =
        new ArrayList<>(List.of("port " + port, "bind 127.0.0.1", "dir " + directory, first));
    lines.addAll(List.of(settings));
    Files.write(configuration(directory, port), lines);
  }

  private static Path configuration(Path directory, int port) {
    return directory.resolve(port + ".conf");
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Executable.FILE.getPath());
    command.add(configuration(directory, port).toString());
    if (sentinel) {
      command.add("--sentinel");
    }
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    ALIVE.add(started);
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> drain(started, sentinel ? "Sentinel ID is" : "Ready to accept", ready),
            "redis-" + port);
    reader.setDaemon(true);
    reader.start();
    try {
      String unused = ready.get(SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      started.destroyForcibly();
      throw new IOException("Redis did not start on port " + port, e);
    }
    return started;
  }

  /** Reads what it says until its end, so that it never has to wait for a reader. */
  private static void drain(Process process, String sign, CompletableFuture<String> ready) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(sign)) {
          ready.complete(line);
        } else if (!ready.isDone()) {
          said.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      said.append(e);
    }
    ready.completeExceptionally(new IOException(said.toString()));
  }

  /** Unpacked once for all. */
  private static final class Executable {
    static final File FILE = unpacked();

    private static File unpacked() {
      try {
        File file = ExecutableProvider.newJarResourceProvider().get().getAbsoluteFile();
        file.getParentFile().deleteOnExit();
        file.deleteOnExit();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
