package io.github.warmbatch.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code redis-cli} would do: sends a line, reads the answer. */
final class RedisCommands {
  private final int port;

  RedisCommands(String uri) {
    this.port = URI.create(uri).getPort();
  }

  /** The answer's first line, such as {@code :4} or {@code +OK}. */
  String send(String line) {
    return ask(line, BufferedReader::readLine);
  }

  /** The same, or nothing where the server cannot be reached. */
  @Nullable String tryToSend(String line) {
    try {
      return send(line);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  /** The names of all keys. */
  List<String> keys() {
    return ask(
        "KEYS *",
        in -> {
          List<String> keys = new ArrayList<>();
          int count = Integer.parseInt(in.readLine().substring(1));
          for (int i = 0; i < count; i++) {
            in.readLine(); // the length of what follows
            keys.add(in.readLine());
          }
          return keys;
        });
  }

  private <T> T ask(String line, Answer<T> answer) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      return answer.read(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Answer<T> {
    T read(BufferedReader in) throws IOException;
  }
}
