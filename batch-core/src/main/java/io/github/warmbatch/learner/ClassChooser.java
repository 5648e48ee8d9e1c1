package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * Among the positive classes, and among the others, which one: multinomial logistic regression on
 * binned features, learned by stochastic gradient descent. For one thread.
 */
final class ClassChooser {
  private static final int LEVEL_SHIFT = 3;
  private static final int LEVELS = Bins.COUNT >> LEVEL_SHIFT;
  private static final double FASTEST = 0.1;
  private static final double STEP_OF_A_ROW = 2.4;
  private final int width;
  private boolean[] positive;
  private float[][] weights;

  /** A chooser among no classes, of rows so wide. */
  ClassChooser(int width) {
    this(width, new boolean[0], new float[0][]);
  }

  /** A chooser among these classes, the bias being the last of each class's weights. */
  ClassChooser(int width, boolean[] positive, float[][] weights) {
    this.width = width;
    this.positive = positive;
    this.weights = weights;
  }

  /** How many weights a class has. */
  static int weightsOf(int width) {
    return width * LEVELS + 1;
  }

  ClassChooser copy() {
    float[][] copies = weights.clone();
    Arrays.setAll(copies, label -> weights[label].clone());
    return new ClassChooser(width, positive, copies);
  }

  float[][] weights() {
    return weights;
  }

  /** Makes room for classes met since; the classes before are the first ones. */
  void meet(boolean[] classes) {
    int known = weights.length;
    weights = Arrays.copyOf(weights, classes.length);
    for (int label = known; label < classes.length; label++) {
      weights[label] = new float[weightsOf(width)];
    }
    positive = classes.clone();
  }

  /** Whether there is anything to choose for a row of this class. */
  boolean hasChoice(int label) {
    return members(positive[label]) > 1;
  }

  /** Learns the class of the row that begins there. */
  void learn(byte[] codes, int start, int label) {
    double[] shares = new double[weights.length];
    fill(shares, 0, codes, start);
    float rate = (float) Math.min(FASTEST, STEP_OF_A_ROW / (1 + width));
    for (int other = 0; other < weights.length; other++) {
      if (positive[other] == positive[label]) {
        move(weights[other], codes, start, rate * (float) ((other == label ? 1 : 0) - shares[other]));
      }
    }
  }

  /**
   * Shares out the probability of being positive, and the rest.
   *
   * @param probabilities gets the classes' probabilities from {@code to} on
   */
  void share(double ofPositive, Codes codes, int row, double[] probabilities, int to) {
    fill(probabilities, to, codes.values(), codes.start(row));
    double p = members(true) == 0 ? 0 : members(false) == 0 ? 1 : ofPositive;
    for (int label = 0; label < weights.length; label++) {
      probabilities[to + label] *= positive[label] ? p : 1 - p;
    }
  }

  private void fill(double[] shares, int to, byte[] codes, int start) {
    fillGroup(true, shares, to, codes, start);
    fillGroup(false, shares, to, codes, start);
  }

  private void fillGroup(boolean which, double[] shares, int to, byte[] codes, int start) {
    double highest = Double.NEGATIVE_INFINITY;
    boolean alone = members(which) == 1;
    for (int label = 0; label < weights.length; label++) {
      if (positive[label] == which) {
        shares[to + label] = alone ? 0 : score(weights[label], codes, start);
        highest = Math.max(highest, shares[to + label]);
      }
    }
    double sum = 0;
    for (int label = 0; label < weights.length; label++) {
      if (positive[label] == which) {
        shares[to + label] = Decay.exp(shares[to + label] - highest);
        sum += shares[to + label];
      }
    }
    for (int label = 0; label < weights.length; label++) {
      if (positive[label] == which) {
        shares[to + label] /= sum;
      }
    }
  }

  private double score(float[] of, byte[] codes, int start) {
    double sum = of[width * LEVELS];
    for (int feature = 0, at = 0; feature < width; feature++, at += LEVELS) {
      sum += of[at + (codes[start + feature] >> LEVEL_SHIFT)];
    }
    return sum;
  }

  private void move(float[] of, byte[] codes, int start, float step) {
    of[width * LEVELS] += step;
    for (int feature = 0, at = 0; feature < width; feature++, at += LEVELS) {
      of[at + (codes[start + feature] >> LEVEL_SHIFT)] += step;
    }
  }

  private int members(boolean which) {
    int count = 0;
    for (boolean is : positive) {
      count += is == which ? 1 : 0;
    }
    return count;
  }
}
