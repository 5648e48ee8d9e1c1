package io.github.warmbatch.learner;

/**
 * How many rows of a batch are kept in a reservoir.
 *
 * @param positive the most positives
 * @param leastPositive to which older ones are thinned
 * @param hard the most negatives that looked like positives
 * @param common the most other negatives
 * @param leastCommon to which older ones are thinned
 */
record Quotas(int positive, int leastPositive, int hard, int common, int leastCommon) {
  private static final long BYTES = 1_500_000;
  private static final int USUAL_ROWS = 12_000;
  private static final int EARLY_ROWS = 40_000;
  private static final int EARLY_BATCHES = 5;

  /**
   * For a batch of so many rows, of such a width, after so many others. Wide rows are kept in
   * smaller numbers, so that a reservoir has a few megabytes at most.
   */
  static Quotas of(int rows, int width, long batches) {
    boolean early = batches < EARLY_BATCHES;
    double room = (double) BYTES / ((long) (early ? EARLY_ROWS : USUAL_ROWS) * Math.max(1, width));
    double share = Math.min(1, room);
    return new Quotas(
        scaled(early ? 8000 : 2000, share),
        scaled(200, share),
        scaled(bounded(rows / 160, 20, 400), share),
        scaled(early ? 8000 : bounded(rows / 32, 100, 1000), share),
        scaled(60, share));
  }

  private static int bounded(int value, int least, int most) {
    return Math.min(Math.max(value, least), most);
  }

  private static int scaled(int count, double share) {
    return Math.max(10, (int) (count * share));
  }
}
