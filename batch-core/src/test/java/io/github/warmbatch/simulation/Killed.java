package io.github.warmbatch.simulation;

/** Ends the thread of a killed process: an error, so that nothing in the worker catches it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
