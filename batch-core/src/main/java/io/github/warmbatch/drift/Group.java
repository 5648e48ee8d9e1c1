package io.github.warmbatch.drift;

/**
 * Cells taken together, with the shares of two samples' rows that they hold.
 *
 * @param first the first of the cells
 * @param last the last of them
 * @param before the share of the one sample
 * @param now the share of the other one
 */
record Group(int first, int last, double before, double now) {
  private static final double LN_2 = Math.log(2);

  /** What the group adds to the Jensen-Shannon divergence, in bits; never below 0. */
  double divergence() {
    return Math.max(0, (part(before, now) + part(now, before)) / 2);
  }

  private static double part(double share, double other) {
    return share <= 0 ? 0 : share * Math.log(2 * share / (share + other)) / LN_2;
  }
}
