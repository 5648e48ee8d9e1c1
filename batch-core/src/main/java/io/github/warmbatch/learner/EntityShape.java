package io.github.warmbatch.learner;

import java.util.List;

/**
 * What is remembered for each value of a column, and the features made of it. Immutable.
 *
 * <p>Statistics: for each half-life a count and a count of positives; for each amount and half-life
 * a sum, and for the longest half-life a sum of squares and a sum over positives; rows since the
 * last positive; a running mean of the labels.
 *
 * <p>Features: for each half-life the count, then the label rate; if it is full, the time since the
 * last positive, the rows since, the running mean; for each amount its ratio to the mean at each
 * half-life, its distance from the longest in standard deviations, its ratio to the mean of the
 * rows that were no positives.
 */
final class EntityShape {
  private static final int AFTERMATH = 3;
  private static final int MOMENTS = 2;
  private final double[] perMinute;
  private final int lives;
  private final int amounts;
  private final boolean full;

  /**
   * A shape.
   *
   * @param halfLives in minutes, ascending
   * @param amounts how many amounts there are
   * @param full whether there is more than counts and rates
   */
  EntityShape(List<Integer> halfLives, int amounts, boolean full) {
    this.lives = halfLives.size();
    this.perMinute = halfLives.stream().mapToDouble(minutes -> 1.0 / minutes).toArray();
    this.amounts = amounts;
    this.full = full;
  }

  /** How many half-lives there are. */
  int lives() {
    return lives;
  }

  int amounts() {
    return amounts;
  }

  boolean full() {
    return full;
  }

  /** What is left of one after so many minutes. */
  double left(int minutes, int halfLife) {
    return Decay.after(minutes * perMinute[halfLife]);
  }

  int count(int halfLife) {
    return halfLife;
  }

  int positives(int halfLife) {
    return lives + halfLife;
  }

  int sum(int amount, int halfLife) {
    return 2 * lives + amount * (lives + MOMENTS) + halfLife;
  }

  int squares(int amount) {
    return sum(amount, lives);
  }

  int positiveSum(int amount) {
    return sum(amount, lives + 1);
  }

  int rowsSince() {
    return sum(amounts, 0);
  }

  int runningMean() {
    return rowsSince() + 1;
  }

  /** How many statistics a value has. */
  int statistics() {
    return runningMean() + 1;
  }

  /** Whether a statistic is zero as long as there was no positive. */
  boolean isOfPositives(int statistic) {
    if (statistic >= rowsSince()) {
      return true;
    }
    int amounts = statistic - 2 * lives;
    return amounts < 0 ? statistic >= lives : amounts % (lives + MOMENTS) == lives + 1;
  }

  int countFeature(int halfLife) {
    return halfLife;
  }

  int rateFeature(int halfLife) {
    return lives + halfLife;
  }

  /** The first of the three features of what followed the last positive. */
  int aftermathFeature() {
    return 2 * lives;
  }

  /** The first of an amount's features. */
  int amountFeature(int amount) {
    return aftermathFeature() + AFTERMATH + amount * (lives + MOMENTS);
  }

  /** How many features a value has. */
  int features() {
    return full ? amountFeature(amounts) : aftermathFeature();
  }
}
