package io.github.warmbatch.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A script's answer: a list of byte strings, in most answers a word first.
 *
 * @param fields the byte strings
 */
record ScriptReply(List<byte[]> fields) {

  /** The word that says how it went. */
  String word() {
    return text(0);
  }

  String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  long number(int field) {
    return Long.parseLong(text(field));
  }

  int count(int field) {
    return Integer.parseInt(text(field));
  }

  byte[] bytes(int field) {
    return fields.get(field);
  }
}
