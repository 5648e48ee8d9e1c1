package io.github.warmbatch.learner;

import java.util.List;

/**
 * What is remembered for each value of a column, and the features made of it.
 *
 * <p>Statistics: for each half-life a count and a count of positives; for each amount and half-life
 * a sum, and for the longest half-life a sum of squares and a sum over positives; rows since the
 * last positive; a running mean of the labels.
 *
 * <p>Features: for each half-life the count, then the label rate; if {@code full}, the time since
 * the last positive, the rows since, the running mean; for each amount its ratio to the mean at
 * each half-life, its distance from the longest in standard deviations, its ratio to the mean of
 * the rows that were no positives.
 *
 * @param halfLives in minutes, ascending
 * @param amounts how many amounts there are
 * @param full whether there is more than counts and rates
 */
record EntityShape(List<Integer> halfLives, int amounts, boolean full) {
  private static final int AFTERMATH = 3;
  private static final int MOMENTS = 2;

  int count(int halfLife) {
    return halfLife;
  }

  int positives(int halfLife) {
    return lives() + halfLife;
  }

  int sum(int amount, int halfLife) {
    return 2 * lives() + amount * (lives() + MOMENTS) + halfLife;
  }

  int squares(int amount) {
    return sum(amount, lives());
  }

  int positiveSum(int amount) {
    return sum(amount, lives() + 1);
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

  int lives() {
    return halfLives.size();
  }

  /** The label rate at the half-life in the middle. */
  int rateFeature() {
    return lives() + lives() / 2;
  }

  /** The first amount's ratio to its mean at the longest half-life. */
  int ratioFeature() {
    return 2 * lives() + AFTERMATH + lives() - 1;
  }

  /** How many features a value has. */
  int features() {
    return 2 * lives() + (full ? AFTERMATH + amounts * (lives() + MOMENTS) : 0);
  }
}
