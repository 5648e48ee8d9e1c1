package io.github.warmbatch.checkpoint;

/** Says how much a test tried, so that a run shows when it was less than it should be. */
final class Tried {
  private Tried() {}

  static void say(String format, Object... values) {
    System.out.println("tried: " + format.formatted(values));
  }
}
