package io.github.warmbatch.learner;

import java.util.List;

/**
 * The trees behind the gate: boosting on a reservoir, and a forest until boosting has seen enough
 * positives. For one thread.
 */
final class TreeStage {
  private static final int EARLY_BATCHES = 5;
  private static final int REFITS = 4;
  private static final int BOOSTING_BEGINS = 300;
  private static final int BOOSTING_IS_HEARD = 600;
  private static final int FOREST_ENDS = 1200;
  private static final double LEAST_OPEN = 0.1;
  private static final double OPEN_PER_POSITIVE = 4;
  private static final double OTHER_SCALE = 0.1;
  private final Reservoir reservoir;
  private final Boosting boosting;
  private final Forest forest;
  private final Calibration calibration;
  private Progress progress;

  /**
   * How far the stage has come.
   *
   * @param batches how many batches were learned
   * @param positives how many positives were among them
   * @param refits how often boosting was started anew
   * @param start the margin that boosting starts from
   */
  record Progress(int batches, long positives, int refits, double start) {
    static final Progress NONE = new Progress(0, 0, 0, 0);
  }

  /** A batch with what the gate said of it. */
  static final class Passage {
    private final LabelledCodes codes;
    private final double[] logits;
    private final boolean[] passed;
    private final double rate;

    Passage(LabelledCodes codes, double[] logits, boolean[] passed, double rate) {
      this.codes = codes;
      this.logits = logits;
      this.passed = passed;
      this.rate = rate;
    }

    /** The batch. */
    LabelledCodes codes() {
      return codes;
    }

    /** For each row its logit before it was learned. */
    double[] logits() {
      return logits;
    }

    /** For each row whether the gate let it through. */
    boolean[] passed() {
      return passed;
    }

    /** The share of positives so far. */
    double rate() {
      return rate;
    }
  }

  TreeStage(Reservoir reservoir, Trees trees, Calibration calibration, Progress progress) {
    this.reservoir = reservoir;
    this.boosting = trees.boosting();
    this.forest = trees.forest();
    this.calibration = calibration;
    this.progress = progress;
  }

  /** A stage that has learned nothing, for rows so wide. */
  static TreeStage empty(int width) {
    Trees none = new Trees(new Boosting(List.of()), new Forest(List.of()));
    return new TreeStage(new Reservoir(width), none, new Calibration(), Progress.NONE);
  }

  /** Both kinds. */
  record Trees(Boosting boosting, Forest forest) {}

  Reservoir reservoir() {
    return reservoir;
  }

  Trees trees() {
    return new Trees(boosting, forest);
  }

  Calibration calibration() {
    return calibration;
  }

  Progress progress() {
    return progress;
  }

  /**
   * The share of rows that the gate is to let through: all while it knows little, in the end a
   * tenth, or a few for each positive.
   */
  double openShare(double rate) {
    double youth = 1 - Math.min(1, progress.positives() / (double) BOOSTING_IS_HEARD);
    double settled = Math.max(LEAST_OPEN, OPEN_PER_POSITIVE * rate);
    return Math.min(1, Math.max(settled, youth));
  }

  /** What the trees say now, whatever they learn later. */
  TreeScorer scorer() {
    return TreeScorer.of(boosting.trees(), forest.trees(), progress.start(), forestShare());
  }

  /** Learns a batch that the gate has learned. */
  void learn(Passage batch, Gate gate, long seed) {
    TreeScorer before = scorer();
    double[] margins = margins(batch, before);
    calibrate(batch, margins, before);
    Dice dice = new Dice(seed, progress.batches(), 1);
    int[] usable = batch.codes().usable();
    refill(batch, margins, dice);
    count(batch);
    rebase(gate);
    boost(usable, batch.rate(), gate, dice);
    plant(usable, dice);
    if (forestShare() != before.forestShare()) {
      calibration.fade(OTHER_SCALE);
      calibration.fit();
    }
  }

  private double[] margins(Passage batch, TreeScorer scorer) {
    double[] margins = new double[batch.logits().length];
    Codes codes = batch.codes().codes();
    for (int row = 0; row < margins.length; row++) {
      double logit = batch.logits()[row];
      margins[row] =
          batch.passed()[row]
              ? scorer.margin(logit, codes.values(), codes.start(row))
              : logit - Tree.MOST_NODES;
    }
    return margins;
  }

  private void calibrate(Passage batch, double[] margins, TreeScorer scorer) {
    if (scorer.isSilent()) {
      return;
    }
    calibration.fade();
    for (int row = 0; row < margins.length; row++) {
      if (batch.passed()[row]) {
        calibration.note(margins[row], batch.codes().positive()[row]);
      }
    }
    calibration.fit();
  }

  private void refill(Passage batch, double[] margins, Dice dice) {
    int number = progress.batches();
    Codes codes = batch.codes().codes();
    Quotas quotas = Quotas.of(codes.rows(), codes.width(), number);
    new Thinning(reservoir, quotas, dice).before(number);
    new Selection(batch.codes(), quotas, dice).addTo(reservoir, number, margins);
  }

  /** Gives the rows that came with this batch their margins. */
  private void rebase(Gate gate) {
    Codes codes = reservoir.codes();
    int newest = progress.batches() - 1;
    for (int row = reservoir.size() - 1; row >= 0 && reservoir.batch(row) == newest; row--) {
      int at = codes.start(row);
      double base = TreeScorer.base(gate.logit(codes.values(), at), progress.start());
      reservoir.setMargin(row, base + boosting.value(codes.values(), at));
    }
  }

  private void count(Passage batch) {
    progress =
        new Progress(
            progress.batches() + 1,
            progress.positives() + batch.codes().positives(),
            progress.refits(),
            progress.start());
  }

  private void boost(int[] usable, double rate, Gate gate, Dice dice) {
    if (progress.positives() < BOOSTING_BEGINS) {
      return;
    }
    if (progress.refits() == REFITS) {
      boosting.carryOn(reservoir, usable, dice);
      return;
    }
    double start = Decay.logit(rate);
    Codes codes = reservoir.codes();
    for (int row = 0; row < reservoir.size(); row++) {
      double logit = gate.logit(codes.values(), codes.start(row));
      reservoir.setMargin(row, TreeScorer.base(logit, start));
    }
    boosting.refit(reservoir, usable, dice);
    progress = new Progress(progress.batches(), progress.positives(), progress.refits() + 1, start);
  }

  private void plant(int[] usable, Dice dice) {
    if (progress.positives() >= FOREST_ENDS) {
      forest.fell();
    } else if (reservoir.positives() > 0) {
      if (progress.batches() <= EARLY_BATCHES || forest.isEmpty()) {
        forest.rebuild(reservoir, usable, dice);
      } else {
        forest.carryOn(reservoir, usable, dice);
      }
    }
  }

  private double forestShare() {
    if (boosting.isEmpty()) {
      return 1;
    }
    if (forest.isEmpty()) {
      return 0;
    }
    return progress.positives() < BOOSTING_IS_HEARD ? 1 : 0.5;
  }
}
