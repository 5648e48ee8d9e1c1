package io.github.warmbatch.learner;

/**
 * For some features and each of their codes the sums of gradients and weights over a set of rows,
 * from which the best split is read (as in Ke and others, <i>LightGBM</i>, NIPS 2017). For one
 * thread.
 */
final class Histogram {
  private final int[] features;
  private final double[] sums;

  /** An empty histogram of these features. */
  Histogram(int[] features) {
    this.features = features;
    this.sums = new double[features.length * Bins.COUNT * 2];
  }

  /** Adds the rows from one place of an order to another. */
  void add(TreeRows rows, int from, int to) {
    byte[] codes = rows.codes().values();
    int width = rows.codes().width();
    int[] order = rows.order();
    double[] gradients = rows.gradients();
    double[] weights = rows.weights();
    for (int i = from; i < to; i++) {
      int row = order[i];
      addRow(codes, row * width, gradients[row], weights[row]);
    }
  }

  private void addRow(byte[] codes, int start, double gradient, double weight) {
    int[] asked = features;
    double[] to = sums;
    for (int slot = 0, at = 0; slot < asked.length; slot++, at += 2 * Bins.COUNT) {
      int cell = at + 2 * codes[start + asked[slot]];
      if (gradient != 0) {
        to[cell] += gradient;
      }
      to[cell + 1] += weight;
    }
  }

  /** Takes the rows of another histogram of the same features out of this one. */
  void subtract(Histogram other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= other.sums[i];
    }
  }

  /** The best split of rows with these totals; the first among equals. */
  Split best(double gradient, double weight, TreeShape shape) {
    Split best = Split.NONE;
    double before = gradient * gradient / (weight + shape.lambda());
    for (int slot = 0; slot < features.length; slot++) {
      double left = 0;
      double leftWeight = 0;
      for (int code = 0; code < Bins.TOP; code++) {
        int cell = (slot * Bins.COUNT + code) << 1;
        if (sums[cell + 1] == 0) {
          continue;
        }
        left += sums[cell];
        leftWeight += sums[cell + 1];
        double rightWeight = weight - leftWeight;
        if (leftWeight >= shape.leastWeight() && rightWeight >= shape.leastWeight()) {
          double right = gradient - left;
          double gain =
              left * left / (leftWeight + shape.lambda())
                  + right * right / (rightWeight + shape.lambda())
                  - before;
          if (gain > best.gain()) {
            best = new Split(features[slot], code, gain);
          }
        }
      }
    }
    return best;
  }
}
