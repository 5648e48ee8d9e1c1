package io.github.warmbatch.runner;

import java.nio.file.Path;
import java.util.List;

/**
 * Simulated data on the disk.
 *
 * @param training the daily files in order, relative to the directory
 * @param holdOut the hold-out, relative to the directory
 */
record Simulated(List<String> training, String holdOut) {
  Simulated {
    training = List.copyOf(training);
  }

  /** Writes what is not there yet. */
  static Simulated write(Path directory, int days, long seed) {
    throw new UnsupportedOperationException(directory + " " + days + seed);
  }
}
