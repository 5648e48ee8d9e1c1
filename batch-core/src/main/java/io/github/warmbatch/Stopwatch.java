package io.github.warmbatch;

/** Milliseconds since the last lap, by the monotonic clock. */
final class Stopwatch {
  private long start = System.nanoTime();

  double lap() {
    long now = System.nanoTime();
    double millis = (now - start) / 1e6;
    start = now;
    return millis;
  }
}
