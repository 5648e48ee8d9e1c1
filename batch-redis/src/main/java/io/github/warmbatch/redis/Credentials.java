package io.github.warmbatch.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Shows itself without the password.
 *
 * @param user the user, if one is named
 * @param password the password, if one is given
 */
record Credentials(@Nullable String user, @Nullable String password) {
  static final Credentials NONE = new Credentials(null, null);

  /** Reads {@code user:password}, {@code :password} or {@code password}, with %XX in them. */
  static Credentials of(String raw) {
    int colon = raw.indexOf(':');
    String user = colon < 1 ? null : decoded(raw.substring(0, colon));
    return new Credentials(user, decoded(raw.substring(colon + 1)));
  }

  static String decoded(String raw) {
    // In an address a plus sign is a plus sign.
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return password == null ? "nobody" : user == null ? "the default user" : user;
  }
}
