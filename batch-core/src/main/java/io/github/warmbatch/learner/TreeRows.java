package io.github.warmbatch.learner;

/** What trees are grown on, one after the other. */
final class TreeRows {
  private final Codes codes;
  private final double[] gradients;
  private final double[] weights;
  private final int[] order;
  private int count;

  private TreeRows(Codes codes, int rows) {
    this.codes = codes;
    this.gradients = new double[rows];
    this.weights = new double[rows];
    this.order = new int[rows];
  }

  /** None yet of so many rows. */
  static TreeRows among(Codes codes, int rows) {
    return new TreeRows(codes, rows);
  }

  /** Begins anew, with none. */
  void clear() {
    count = 0;
  }

  /**
   * A row takes part.
   *
   * @param gradient the direction in which its value is to move, weighted
   * @param weight its weight, or the curvature there
   */
  void add(int row, double gradient, double weight) {
    gradients[row] = gradient;
    weights[row] = weight;
    order[count++] = row;
  }

  /** How many rows take part. */
  int count() {
    return count;
  }

  /** The rows' codes. */
  Codes codes() {
    return codes;
  }

  /** For each row that takes part the direction in which its value is to move, weighted. */
  double[] gradients() {
    return gradients;
  }

  /** For each row that takes part its weight, or the curvature there. */
  double[] weights() {
    return weights;
  }

  /** The rows that take part, at the front; reordered while a tree grows. */
  int[] order() {
    return order;
  }

  /** Sums up what the rows from one place of the order to another have. */
  double sum(double[] values, int from, int to) {
    int[] places = order;
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[places[i]];
    }
    return sum;
  }

  /** Moves the rows that a split sends left to the front of the range; returns where they end. */
  int partition(int from, int to, Split split) {
    byte[] values = codes.values();
    int[] moved = order;
    int width = codes.width();
    int left = from;
    int right = to - 1;
    while (left <= right) {
      int row = moved[left];
      if (values[row * width + split.feature()] <= split.threshold()) {
        left++;
      } else {
        moved[left] = moved[right];
        moved[right--] = row;
      }
    }
    return left;
  }
}
