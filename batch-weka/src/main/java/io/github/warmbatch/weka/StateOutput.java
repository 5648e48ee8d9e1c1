package io.github.warmbatch.weka;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes what {@link StateInput} reads. */
final class StateOutput {
  private StateOutput() {}

  /** A text in UTF-8, its length before it. */
  static void text(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * A number.
   *
   * @throws DivergedException when it is not finite
   */
  static void finite(DataOutput out, String what, double value) throws IOException {
    if (!Double.isFinite(value)) {
      throw new DivergedException("%s became %s".formatted(what, value));
    }
    out.writeDouble(value);
  }

  /** A row's values, NaN where missing. */
  static void row(DataOutput out, double[] row) throws IOException {
    for (double value : row) {
      out.writeDouble(value);
    }
  }
}
