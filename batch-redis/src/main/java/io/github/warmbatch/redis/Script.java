package io.github.warmbatch.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The scripts that change a queue, each loaded once from the resource of its name. */
enum Script {
  HELLO,
  CLAIM("claiming"),
  COMPLETE_AND_CLAIM("claiming"),
  WITHDRAW,
  RENEW,
  COMPLETE,
  RELEASE,
  FAIL,
  BURY,
  SUBMIT,
  STATS,
  LIST_DEAD,
  REQUEUE_DEAD,
  DROP_DEAD,
  LIST_PROCESSING,
  ADOPT;

  private final String text;

  Script() {
    this("");
  }

  Script(String shared) {
    text =
        resource("prelude")
            + (shared.isEmpty() ? "" : resource(shared))
            + resource(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The whole script in Lua. */
  String text() {
    return text;
  }

  private static String resource(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException(
            "The script %s.lua is missing from the jar.".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The script %s.lua cannot be read from the jar.".formatted(name), e);
    }
  }
}
