package io.github.warmbatch.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * A script's answer: a list of byte strings, in most answers a word first. What the scripts read is
 * not to be trusted, since anybody may write to the keys beside the list; so neither is an answer.
 *
 * @param fields the byte strings
 * @param malformed what to throw where it is not as it should be
 */
record ScriptReply(List<byte[]> fields, Supplier<? extends RuntimeException> malformed) {

  /** The word that says how it went. */
  String word() {
    return text(0);
  }

  String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  long number(int field) {
    try {
      return Long.parseLong(text(field));
    } catch (NumberFormatException e) {
      throw malformed.get();
    }
  }

  int count(int field) {
    try {
      return Integer.parseInt(text(field));
    } catch (NumberFormatException e) {
      throw malformed.get();
    }
  }

  byte[] bytes(int field) {
    try {
      return fields.get(field);
    } catch (IndexOutOfBoundsException | ClassCastException e) {
      throw malformed.get();
    }
  }
}
