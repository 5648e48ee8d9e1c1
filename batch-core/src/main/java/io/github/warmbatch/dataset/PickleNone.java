package io.github.warmbatch.dataset;

/** Python's {@code None}. */
enum PickleNone {
  NONE;

  @Override
  public String toString() {
    return "None";
  }
}
