package io.github.warmbatch.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hears which commands clients send to a server, not those that scripts run there. */
final class Wiretap implements AutoCloseable {
  private static final String END = "ECHO end-of-the-tap";

  private final TestRedis redis;
  private final Socket socket;
  private final BufferedReader heard;

  private Wiretap(TestRedis redis, Socket socket) throws IOException {
    this.redis = redis;
    this.socket = socket;
    this.heard =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Hears everything from now on. */
  static Wiretap on(TestRedis redis) throws IOException {
    Wiretap tap = new Wiretap(redis, new Socket(InetAddress.getLoopbackAddress(), redis.port()));
    tap.socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.UTF_8));
    String reply = tap.heard.readLine();
    if (!"+OK".equals(reply)) {
      throw new IOException("The server does not let itself be heard: " + reply);
    }
    return tap;
  }

  /** The names of the commands that were sent since the last call, without signs of life. */
  List<String> sent() throws IOException {
    String unused = redis.command(END);
    List<String> names = new ArrayList<>();
    for (String line = heard.readLine(); line != null; line = heard.readLine()) {
      // +TIME [DATABASE ADDRESS] "COMMAND" "ARGUMENT"..., or lua for the address
      String[] words = line.split("\"", 5);
      String name = words[1].toUpperCase(Locale.ROOT);
      if (name.equals("ECHO") && END.endsWith(words[3])) {
        return names;
      }
      if (!words[0].endsWith("lua] ") && !name.equals("PING")) {
        names.add(name);
      }
    }
    throw new IOException("The server hung up");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
