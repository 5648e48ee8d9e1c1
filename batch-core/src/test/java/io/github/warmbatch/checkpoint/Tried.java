package io.github.warmbatch.checkpoint;

/** Says how much a test tried, so that a run shows when it was less than it should be. */
final class Tried {
  private Tried() {}

  static void say(String what) {
    System.out.println("tried: " + what);
  }
}
