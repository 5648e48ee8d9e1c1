package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * The logistic model in front of the trees: rows below its threshold are not worth a closer look
 * and get their probability from it alone. For one thread.
 */
final class Gate {
  private static final int ENOUGH_ROWS = 50;
  private static final double NEGLIGIBLE = 0.125;
  private final LogisticModel model;
  private final Calibration calibration;
  private double threshold;

  Gate(LogisticModel model, Calibration calibration, double threshold) {
    this.model = model;
    this.calibration = calibration;
    this.threshold = threshold;
  }

  /** A gate that has learned nothing and lets everything pass. */
  static Gate open(Layout layout) {
    LogisticModel model = new LogisticModel(layout.width(), layout.paired());
    return new Gate(model, new Calibration(), Double.NEGATIVE_INFINITY);
  }

  Gate copy() {
    return new Gate(model.copy(), calibration.copy(), threshold);
  }

  LogisticModel model() {
    return model;
  }

  Calibration calibration() {
    return calibration;
  }

  double threshold() {
    return threshold;
  }

  double logit(byte[] codes, int start) {
    return model.logit(codes, start);
  }

  /** Whether a row with this logit deserves a closer look. */
  boolean passes(double logit) {
    return logit >= threshold;
  }

  /** What the gate alone makes of a logit. */
  double probability(double logit) {
    return calibration.probability(logit);
  }

  /**
   * Learns a batch.
   *
   * @param rate the share of positives so far
   * @param open the share of rows that are to pass from now on; 0 where there is nothing behind
   * @return for each row its logit before it was learned
   */
  double[] learn(LabelledCodes batch, double rate, double open) {
    boolean first = threshold == Double.NEGATIVE_INFINITY && model.bias() == 0;
    if (first) {
      model.setBias((float) Decay.logit(rate));
    }
    double[] logits = model.learn(batch, NEGLIGIBLE * rate);
    if (!first) {
      calibrate(batch.positive(), logits, open == 0);
    }
    moveThreshold(logits, open);
    return logits;
  }

  private void calibrate(boolean[] positive, double[] logits, boolean everything) {
    calibration.fade();
    for (int row = 0; row < logits.length; row++) {
      if (everything || !passes(logits[row])) {
        calibration.note(logits[row], positive[row]);
      }
    }
    calibration.fit();
  }

  private void moveThreshold(double[] logits, double open) {
    if (open >= 1) {
      threshold = -Double.MAX_VALUE;
    } else if (logits.length >= ENOUGH_ROWS) {
      double[] sorted = logits.clone();
      Arrays.sort(sorted);
      threshold = sorted[(int) ((sorted.length - 1) * (1 - open))];
    }
  }
}
