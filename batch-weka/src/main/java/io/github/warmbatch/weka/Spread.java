package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;

/** How the values of one attribute lie among the rows of one class. */
final class Spread {
  private final NormalDensity density = new NormalDensity();
  private double least = Double.MAX_VALUE;
  private double most = -Double.MAX_VALUE;

  void add(double value) {
    density.addValue(value, 1);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  NormalDensity density() {
    return density;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /** How much of the weight is at or below a value, as far as one can tell. */
  double weightUpTo(double value) {
    if (value < least) {
      return 0;
    }
    return value >= most ? density.weight() : density.weightUpTo(value);
  }

  void write(DataOutput out) throws IOException {
    density.write(out);
    StateOutput.finite(out, "a least value", least);
    StateOutput.finite(out, "a greatest value", most);
  }

  static Spread read(StateInput in) throws StateFormatException {
    Spread spread = new Spread();
    spread.density.read(in);
    spread.least = in.finite("a least value");
    spread.most = in.finite("a greatest value");
    return spread;
  }
}
