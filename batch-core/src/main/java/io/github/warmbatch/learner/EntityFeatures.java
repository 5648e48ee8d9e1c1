package io.github.warmbatch.learner;

/** Writes the features that a memory has for the rows of a batch. For one batch. */
final class EntityFeatures {
  private static final double PRIOR_ROWS = 4;
  private static final int QUARTER_DAY = 6 * 60;
  private final EntityMemory memory;
  private final EntityShape shape;
  private final double globalRate;
  private final float[] statistics;
  private final byte[] codes;

  /**
   * Of this memory.
   *
   * @param globalRate what a value's label rate is drawn towards
   * @param codes get the features
   */
  EntityFeatures(EntityMemory memory, double globalRate, Codes codes) {
    this.memory = memory;
    this.shape = memory.shape();
    this.globalRate = globalRate;
    this.statistics = memory.statistics();
    this.codes = codes.values();
  }

  /** Fills in the features of a row, whose time is given, from {@code at} on. */
  void describe(int entry, int minute, int at) {
    if (entry == KeyTable.ABSENT) {
      describeUnknown(at);
      return;
    }
    int base = memory.base(entry);
    int elapsed = Math.max(0, minute - memory.seen(entry));
    boolean never = memory.lastPositive(entry) == EntityMemory.NEVER;
    for (int life = 0; life < shape.lives(); life++) {
      double left = shape.left(elapsed, life);
      double count = left * statistics[base + shape.count(life)];
      double positives = never ? 0 : left * statistics[base + shape.positives(life)];
      double rate = (positives + PRIOR_ROWS * globalRate) / (count + PRIOR_ROWS);
      codes[at + shape.countFeature(life)] = (byte) Bins.count(count);
      codes[at + shape.rateFeature(life)] = (byte) Bins.rate(rate);
    }
    if (shape.full()) {
      describeAftermath(entry, minute, at + shape.aftermathFeature());
    }
  }

  /** Fills in what a row's amount is to the value it belongs to. */
  void describeAmount(int entry, Rows.Amount amount, int row, int at) {
    double value = amount.values()[row];
    if (entry == KeyTable.ABSENT || Double.isNaN(value)) {
      return;
    }
    int base = memory.base(entry);
    int which = amount.number();
    double centre = amount.scale().centre();
    int to = at + shape.amountFeature(which);
    int longest = shape.lives() - 1;
    for (int life = 0; life <= longest; life++) {
      double count = statistics[base + shape.count(life)];
      double sum = statistics[base + shape.sum(which, life)];
      codes[to + life] = (byte) Bins.ratio(value * count / (centre * count + sum));
    }
    double share = 1 / statistics[base + shape.count(longest)];
    double mean = statistics[base + shape.sum(which, longest)] * share;
    double square = statistics[base + shape.squares(which)] * share;
    double variance = square - mean * mean;
    if (variance > 0) {
      double distance = amount.scale().deviation(value) - mean;
      codes[to + longest + 1] = (byte) Bins.sigmas(distance / Math.sqrt(variance));
    }
    double harmless = harmlessCount(base);
    codes[to + longest + 2] =
        (byte) Bins.ratio(value * harmless / (centre * harmless + harmlessSum(base, which)));
  }

  private double harmlessCount(int base) {
    int longest = shape.lives() - 1;
    return statistics[base + shape.count(longest)] - statistics[base + shape.positives(longest)];
  }

  private double harmlessSum(int base, int amount) {
    return statistics[base + shape.sum(amount, shape.lives() - 1)]
        - statistics[base + shape.positiveSum(amount)];
  }

  private void describeUnknown(int at) {
    for (int life = 0; life < shape.lives(); life++) {
      codes[at + shape.countFeature(life)] = (byte) Bins.count(0);
      codes[at + shape.rateFeature(life)] = (byte) Bins.rate(globalRate);
    }
    if (shape.full()) {
      codes[at + shape.aftermathFeature()] = Bins.TOP;
      codes[at + shape.aftermathFeature() + 1] = Bins.TOP;
      codes[at + shape.aftermathFeature() + 2] = 1;
    }
  }

  private void describeAftermath(int entry, int minute, int to) {
    int base = memory.base(entry);
    int last = memory.lastPositive(entry);
    if (last == EntityMemory.NEVER) {
      codes[to] = Bins.TOP;
      codes[to + 1] = Bins.TOP;
    } else {
      int since = Math.max(0, minute - last) / QUARTER_DAY;
      float rows = statistics[base + shape.rowsSince()];
      codes[to] = (byte) Math.min(1 + since, Bins.TOP - 1);
      codes[to + 1] = (byte) Math.min(Bins.count(rows), Bins.TOP - 1);
    }
    codes[to + 2] = (byte) Bins.rate(statistics[base + shape.runningMean()]);
  }
}
