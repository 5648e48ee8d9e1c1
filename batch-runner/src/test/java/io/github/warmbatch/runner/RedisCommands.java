package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What {@code redis-cli} would do: sends a line, reads the first line of the answer. */
final class RedisCommands {
  private final int port;

  RedisCommands(String uri) {
    this.port = URI.create(uri).getPort();
  }

  /** The answer's first line, such as {@code :4} or {@code +OK}. */
  String send(String line) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
