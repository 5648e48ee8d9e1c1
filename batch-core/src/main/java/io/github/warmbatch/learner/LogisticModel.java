package io.github.warmbatch.learner;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression on binned features and on pairs of some of them, learned in one pass of
 * stochastic gradient descent: each value range of a feature has a weight of its own. For one
 * thread.
 */
final class LogisticModel {
  private static final int LEVEL_SHIFT = 2;
  private static final int LEVELS = Bins.COUNT >> LEVEL_SHIFT;
  private static final int PAIR_SHIFT = 3;
  private static final int PAIR_LEVELS = Bins.COUNT >> PAIR_SHIFT;
  private static final int PAIR_CELLS = PAIR_LEVELS * PAIR_LEVELS;
  private static final double FASTEST = 0.05;
  private static final double STEP_OF_A_ROW = 2.4;
  private final int width;
  private final int[] paired;
  private final float[] weights;
  private final float[] pairWeights;
  private float bias;

  /** A model that knows nothing, of rows so wide, with pairs of these features. */
  LogisticModel(int width, List<Integer> paired) {
    this(
        width,
        paired.stream().mapToInt(Integer::intValue).toArray(),
        new float[width * LEVELS],
        new float[pairs(paired.size()) * PAIR_CELLS]);
  }

  private LogisticModel(int width, int[] paired, float[] weights, float[] pairWeights) {
    this.width = width;
    this.paired = paired;
    this.weights = weights;
    this.pairWeights = pairWeights;
  }

  LogisticModel copy() {
    LogisticModel copy = new LogisticModel(width, paired, weights.clone(), pairWeights.clone());
    copy.bias = bias;
    return copy;
  }

  /** The features' weights, not a copy. */
  float[] weights() {
    return weights;
  }

  /** The pairs' weights, not a copy. */
  float[] pairWeights() {
    return pairWeights;
  }

  float bias() {
    return bias;
  }

  void setBias(float value) {
    bias = value;
  }

  /** The logarithm of the odds for the row that begins there. */
  double logit(byte[] codes, int start) {
    double sum = bias;
    for (int feature = 0, at = 0; feature < width; feature++, at += LEVELS) {
      sum += weights[at + (codes[start + feature] >> LEVEL_SHIFT)];
    }
    int at = 0;
    for (int i = 1; i < paired.length; i++) {
      int high = (codes[start + paired[i]] >> PAIR_SHIFT) * PAIR_LEVELS;
      for (int j = 0; j < i; j++, at += PAIR_CELLS) {
        sum += pairWeights[at + high + (codes[start + paired[j]] >> PAIR_SHIFT)];
      }
    }
    return sum;
  }

  /**
   * Learns the rows in their order, and forgets what was learned of silent features.
   *
   * @param negligible an error so small is not worth a step
   * @return for each row its logit before it was learned
   */
  double[] learn(LabelledCodes batch, double negligible) {
    Codes codes = batch.codes();
    boolean[] positive = batch.positive();
    double rate = Math.min(FASTEST, STEP_OF_A_ROW / (1 + width + pairs(paired.length)));
    double[] logits = new double[positive.length];
    for (int row = 0; row < logits.length; row++) {
      int start = codes.start(row);
      logits[row] = logit(codes.values(), start);
      double error = (positive[row] ? 1 : 0) - Decay.sigmoid(logits[row]);
      if (Math.abs(error) > negligible) {
        move(codes.values(), start, (float) (rate * error));
      }
    }
    forget(batch.silent());
    return logits;
  }

  private void move(byte[] codes, int start, float step) {
    bias += step;
    for (int feature = 0, at = 0; feature < width; feature++, at += LEVELS) {
      weights[at + (codes[start + feature] >> LEVEL_SHIFT)] += step;
    }
    int at = 0;
    for (int i = 1; i < paired.length; i++) {
      int high = (codes[start + paired[i]] >> PAIR_SHIFT) * PAIR_LEVELS;
      for (int j = 0; j < i; j++, at += PAIR_CELLS) {
        pairWeights[at + high + (codes[start + paired[j]] >> PAIR_SHIFT)] += step;
      }
    }
  }

  /** Forgets what was learned of these features, alone and in pairs. */
  private void forget(boolean[] silent) {
    for (int feature = 0; feature < width; feature++) {
      if (silent[feature]) {
        Arrays.fill(weights, feature * LEVELS, (feature + 1) * LEVELS, 0);
      }
    }
    int at = 0;
    for (int i = 1; i < paired.length; i++) {
      for (int j = 0; j < i; j++, at += PAIR_CELLS) {
        if (silent[paired[i]] || silent[paired[j]]) {
          Arrays.fill(pairWeights, at, at + PAIR_CELLS, 0);
        }
      }
    }
  }

  private static int pairs(int features) {
    return features * (features - 1) / 2;
  }
}
