package io.github.warmbatch.learner;

import java.util.List;

/**
 * What the trees say of a row that passed the gate: boosting, while it is young together with the
 * forest, and at first the forest alone. Immutable.
 *
 * @param boosting the trees whose values add up
 * @param forest the trees whose values are averaged
 * @param start the margin that boosting starts from
 * @param forestShare how much the forest has to say, 0 to 1
 */
record TreeScorer(Boosting boosting, Forest forest, double start, double forestShare) {
  private static final double GATE_SHARE = 0.3;
  private static final double TIE_BREAK = 0.1;

  /** A scorer of the trees as they are now. */
  static TreeScorer of(List<Tree> boosting, List<Tree> forest, double start, double forestShare) {
    return new TreeScorer(new Boosting(boosting), new Forest(forest), start, forestShare);
  }

  /** Whether there is no tree to ask. */
  boolean isSilent() {
    return boosting.isEmpty() && forest.isEmpty();
  }

  /** The margin of a row with this logit at the gate. */
  double margin(double logit, byte[] codes, int at) {
    if (isSilent()) {
      return logit;
    }
    double margin = 0;
    if (forestShare > 0) {
      margin += forestShare * (forest.logit(codes, at) + TIE_BREAK * logit);
    }
    if (forestShare < 1) {
      margin += (1 - forestShare) * (base(logit, start) + boosting.value(codes, at));
    }
    return margin;
  }

  /** What boosting adds to: part of the gate's logit. */
  static double base(double logit, double start) {
    return start + GATE_SHARE * (logit - start);
  }
}
