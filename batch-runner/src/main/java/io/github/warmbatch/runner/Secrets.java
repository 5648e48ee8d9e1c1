package io.github.warmbatch.runner;

import java.util.regex.Pattern;

/** Keeps passwords out of what people read. */
final class Secrets {
  private static final Pattern USER_INFO =
      Pattern.compile("(rediss?(?:-sentinel|-cluster)?://)[^/\\s\\[]*@");

  private Secrets() {}

  /** The text without the user and password of the Redis addresses in it. */
  static String hide(String text) {
    return USER_INFO.matcher(text).replaceAll("$1***@");
  }
}
