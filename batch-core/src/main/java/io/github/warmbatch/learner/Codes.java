package io.github.warmbatch.learner;

/** A table of codes, row after row. Not for sharing between threads while it is written. */
final class Codes {
  private final byte[] values;
  private final int width;

  Codes(byte[] values, int width) {
    this.values = values;
    this.width = width;
  }

  /** The codes, 0 to 127. */
  byte[] values() {
    return values;
  }

  /** How many features a row has. */
  int width() {
    return width;
  }

  static Codes of(int rows, int width) {
    return new Codes(new byte[Math.multiplyExact(rows, width)], width);
  }

  int rows() {
    return width == 0 ? 0 : values.length / width;
  }

  /** Where a row begins. */
  int start(int row) {
    return row * width;
  }

  void set(int row, int feature, int code) {
    values[row * width + feature] = (byte) code;
  }

  int get(int row, int feature) {
    return values[row * width + feature];
  }
}
