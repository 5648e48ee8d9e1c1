package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import weka.estimators.Estimator;
import weka.estimators.IncrementalEstimator;

/**
 * A normal density over standardised values. Weka's own keeps its sums to itself, and is a spike
 * where there is but one value; this one counts one value of unit variance in advance, and its
 * variance is at least 0.01, so that a column that hardly varies does not speak for the class with
 * more rows. Mean and variance run as in Welford, <a
 * href="https://doi.org/10.1080/00401706.1962.10490022">Note on a method for calculating corrected
 * sums of squares and products</a>, 1962.
 */
final class NormalDensity extends Estimator implements IncrementalEstimator {
  private static final long serialVersionUID = 1L;
  private static final double LEAST_VARIANCE = 0.01;
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private double count;
  private double mean;
  private double squares;

  @Override
  public void addValue(double value, double weight) {
    count += weight;
    double before = value - mean;
    mean += before * weight / count;
    squares += weight * before * (value - mean);
  }

  @Override
  public double getProbability(double value) {
    double variance = variance();
    double distance = value - mean;
    return Math.exp(-distance * distance / (2 * variance)) / (ROOT_TWO_PI * Math.sqrt(variance));
  }

  /** The logarithm of the density, which does not underflow. */
  double logarithm(double value) {
    double variance = variance();
    double distance = value - mean;
    return -distance * distance / (2 * variance) - Math.log(variance) / 2;
  }

  private double variance() {
    return Math.max(LEAST_VARIANCE, (squares + 1) / (count + 1));
  }

  /** How much of the weight is at or below a value. */
  double weightUpTo(double value) {
    double deviation = Math.sqrt(Math.max(squares / count, 0));
    return deviation == 0
        ? (mean <= value ? count : 0)
        : count * weka.core.Statistics.normalProbability((value - mean) / deviation);
  }

  /** The mean. */
  double mean() {
    return mean;
  }

  /** How much weight there is. */
  double weight() {
    return count;
  }

  @Override
  public String getRevision() {
    return "1";
  }

  void write(DataOutput out) throws IOException {
    StateOutput.finite(out, "a count", count);
    StateOutput.finite(out, "a mean", mean);
    StateOutput.finite(out, "a variance", squares);
  }

  void read(StateInput in) throws StateFormatException {
    count = in.weight("a count");
    mean = in.finite("a mean");
    squares = in.weight("a variance");
  }
}
