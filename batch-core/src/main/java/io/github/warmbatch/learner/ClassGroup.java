package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * Tells some classes apart: multinomial logistic regression on binned features, learned by
 * stochastic gradient descent. For one thread.
 */
final class ClassGroup {
  private static final int LEVEL_SHIFT = 3;
  private static final int LEVELS = Bins.COUNT >> LEVEL_SHIFT;
  private static final double FASTEST = 0.1;
  private static final double STEP_OF_A_ROW = 2.4;
  private static final double WORTH_A_LOOK = 0.01;
  private final int width;
  private int[] labels = new int[0];
  private float[][] weights = new float[0][];
  private float[] met = new float[0];

  /** A group of no classes, of rows so wide. */
  ClassGroup(int width) {
    this.width = width;
  }

  /** How many weights a class has, its bias being the last. */
  static int weightsOf(int width) {
    return width * LEVELS + 1;
  }

  ClassGroup copy() {
    ClassGroup copy = new ClassGroup(width);
    copy.labels = labels;
    copy.weights = weights.clone();
    Arrays.setAll(copy.weights, member -> weights[member].clone());
    copy.met = met.clone();
    return copy;
  }

  /** How many classes there are. */
  int size() {
    return labels.length;
  }

  /** The number of a class. */
  int label(int member) {
    return labels[member];
  }

  /** A class's weights, not a copy. */
  float[] weights(int member) {
    return weights[member];
  }

  /** How often a class was met. */
  float met(int member) {
    return met[member];
  }

  /** Takes in another class. */
  void add(int label, float[] classWeights, float classMet) {
    int size = labels.length;
    labels = Arrays.copyOf(labels, size + 1);
    weights = Arrays.copyOf(weights, size + 1);
    met = Arrays.copyOf(met, size + 1);
    labels[size] = label;
    weights[size] = classWeights;
    met[size] = classMet;
  }

  /** Counts a row of one of these classes. */
  void meet(int member) {
    met[member]++;
  }

  /** Learns that the row that begins there is of a class. */
  void learn(byte[] codes, int start, int member) {
    double[] shares = shares(codes, start);
    double rate = Math.min(FASTEST, STEP_OF_A_ROW / (1 + width));
    for (int other = 0; other < weights.length; other++) {
      double error = (other == member ? 1 : 0) - shares[other];
      move(weights[other], codes, start, (float) (rate * error));
    }
  }

  /**
   * Shares out the probability that a row is of one of these classes; where it is next to nothing,
   * without looking at the row.
   */
  void share(double mass, byte[] codes, int start, Share into) {
    if (labels.length == 1) {
      into.set(labels[0], mass);
    } else if (mass < WORTH_A_LOOK) {
      shareBlindly(mass, into);
    } else {
      double[] shares = shares(codes, start);
      for (int member = 0; member < shares.length; member++) {
        into.set(labels[member], mass * shares[member]);
      }
    }
  }

  /** Where a row's probabilities go. */
  static final class Share {
    private final double[] probabilities;
    private final int to;

    Share(double[] probabilities, int to) {
      this.probabilities = probabilities;
      this.to = to;
    }

    /** Of all rows. */
    double[] probabilities() {
      return probabilities;
    }

    /** Where the row's begin. */
    int to() {
      return to;
    }

    void set(int label, double probability) {
      probabilities[to + label] = probability;
    }
  }

  private void shareBlindly(double mass, Share into) {
    double total = 0;
    for (float count : met) {
      total += 1 + count;
    }
    for (int member = 0; member < labels.length; member++) {
      into.set(labels[member], mass * (1 + met[member]) / total);
    }
  }

  private double[] shares(byte[] codes, int start) {
    double[] shares = new double[labels.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int member = 0; member < shares.length; member++) {
      shares[member] = score(weights[member], codes, start);
      highest = Math.max(highest, shares[member]);
    }
    double sum = 0;
    for (int member = 0; member < shares.length; member++) {
      shares[member] = Decay.exp(shares[member] - highest);
      sum += shares[member];
    }
    for (int member = 0; member < shares.length; member++) {
      shares[member] /= sum;
    }
    return shares;
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
}
