package io.github.warmbatch.learner;

/**
 * Turns margins into probabilities that mean what they say, by a logistic curve fitted to margins
 * that were given to rows before their labels were known, older ones fading (Platt,
 * <i>Probabilistic outputs for support vector machines</i>, 1999). The more it has seen, the less
 * it holds on to the margin being the logit already. Rising, so that it changes no order. For one
 * thread.
 */
final class Calibration {
  /** How many ranges of margins are told apart. */
  static final int RANGES = 96;

  private static final double WIDTH = 0.25;
  private static final double LEAST = -RANGES / 2 * WIDTH;
  private static final double FADE = 0.9;
  private static final double TRUST_IN_SLOPE = 20;
  private static final double TRUST_IN_LEVEL = 1;
  private static final double FLATTEST = 0.2;
  private static final int STEPS = 25;
  private final double[] positives;
  private final double[] others;
  private double slope = 1;
  private double level;

  /** The identity. */
  Calibration() {
    this(new double[RANGES], new double[RANGES]);
  }

  /** From what was counted in each range. */
  Calibration(double[] positives, double[] others) {
    this.positives = positives;
    this.others = others;
    fit();
  }

  Calibration copy() {
    return new Calibration(positives.clone(), others.clone());
  }

  double[] positives() {
    return positives;
  }

  double[] others() {
    return others;
  }

  /** The probability that a margin stands for. */
  double probability(double margin) {
    return Decay.sigmoid(slope * margin + level);
  }

  /** Lets what was seen count less, before a batch. */
  void fade() {
    fade(FADE);
  }

  /** Lets what was seen count this much of what it did. */
  void fade(double kept) {
    for (int i = 0; i < RANGES; i++) {
      positives[i] *= kept;
      others[i] *= kept;
    }
  }

  /** Notes a margin that was given before its label was known. */
  void note(double margin, boolean positive) {
    int range = (int) Math.min(Math.max((margin - LEAST) / WIDTH, 0), RANGES - 1);
    if (positive) {
      positives[range]++;
    } else {
      others[range]++;
    }
  }

  /** Fits the curve to what was noted, by Newton's method. */
  void fit() {
    slope = 1;
    level = 0;
    for (int step = 0; step < STEPS; step++) {
      improve();
    }
    slope = Math.max(slope, FLATTEST);
  }

  private void improve() {
    double toSlope = TRUST_IN_SLOPE * (1 - slope);
    double toLevel = -TRUST_IN_LEVEL * level;
    double slopes = TRUST_IN_SLOPE;
    double levels = TRUST_IN_LEVEL;
    double both = 0;
    for (int i = 0; i < RANGES; i++) {
      double rows = positives[i] + others[i];
      if (rows > 0) {
        double margin = LEAST + (i + 0.5) * WIDTH;
        double p = Decay.sigmoid(slope * margin + level);
        double error = positives[i] - rows * p;
        double curvature = rows * p * (1 - p);
        toSlope += error * margin;
        toLevel += error;
        slopes += curvature * margin * margin;
        levels += curvature;
        both += curvature * margin;
      }
    }
    double determinant = slopes * levels - both * both;
    slope += bounded((levels * toSlope - both * toLevel) / determinant);
    level += bounded((slopes * toLevel - both * toSlope) / determinant);
  }

  private static double bounded(double step) {
    return Math.min(Math.max(step, -1), 1);
  }
}
