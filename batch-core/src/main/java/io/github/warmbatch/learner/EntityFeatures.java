package io.github.warmbatch.learner;

/** Writes the features that a memory has for the rows of a batch. */
final class EntityFeatures {
  private static final double PRIOR_ROWS = 4;
  private static final int QUARTER_DAY = 6 * 60;
  private final EntityMemory memory;
  private final EntityShape shape;
  private final double globalRate;

  /** Of this memory, {@code globalRate} being what a value's label rate is drawn towards. */
  EntityFeatures(EntityMemory memory, double globalRate) {
    this.memory = memory;
    this.shape = memory.shape();
    this.globalRate = globalRate;
  }

  /** Fills the memory's block of every row, which begins at the feature {@code start}. */
  void describe(Rows rows, KeyColumn keys, Codes codes, int start) {
    for (int row = 0; row < rows.count(); row++) {
      int entry = keys.has(row) ? memory.find(keys.key(row)) : KeyTable.ABSENT;
      int at = codes.start(row) + start;
      if (entry == KeyTable.ABSENT) {
        describeUnknown(codes, at);
      } else {
        describe(entry, rows, row, new Target(codes.values(), at));
      }
    }
  }

  private record Target(byte[] codes, int at) {
    void set(int feature, int code) {
      codes[at + feature] = (byte) code;
    }
  }

  private void describeUnknown(Codes codes, int at) {
    for (int life = 0; life < shape.lives(); life++) {
      codes.values()[at + life] = (byte) Bins.count(0);
      codes.values()[at + shape.lives() + life] = (byte) Bins.rate(globalRate);
    }
    if (shape.full()) {
      int aftermath = at + shape.aftermathFeature();
      codes.values()[aftermath] = Bins.TOP;
      codes.values()[aftermath + 1] = Bins.TOP;
      codes.values()[aftermath + 2] = 1;
    }
  }

  private void describe(int entry, Rows rows, int row, Target target) {
    int elapsed = Math.max(0, rows.minutes()[row] - memory.seen(entry));
    for (int life = 0; life < shape.lives(); life++) {
      double left = shape.left(elapsed, life);
      double count = left * memory.statistic(entry, shape.count(life));
      double positives = left * memory.statistic(entry, shape.positives(life));
      target.set(life, Bins.count(count));
      target.set(shape.lives() + life, Bins.rate(smoothed(positives, count)));
    }
    if (shape.full()) {
      describeAftermath(entry, rows.minutes()[row], target);
      for (int amount = 0; amount < shape.amounts(); amount++) {
        describeAmount(entry, amount, rows.amounts().get(amount).column().number(row), 
            new AmountTarget(target, rows.amounts().get(amount).scale()));
      }
    }
  }

  private record AmountTarget(Target target, ColumnScale scale) {}

  private double smoothed(double positives, double count) {
    return (positives + PRIOR_ROWS * globalRate) / (count + PRIOR_ROWS);
  }

  private void describeAftermath(int entry, int minute, Target target) {
    int at = shape.aftermathFeature();
    int last = memory.lastPositive(entry);
    boolean never = last == EntityMemory.NEVER;
    int since = Math.max(0, minute - last) / QUARTER_DAY;
    target.set(at, never ? Bins.TOP : Bins.linear(1 + Math.min(since, Bins.TOP - 2)));
    float rows = memory.statistic(entry, shape.rowsSince());
    target.set(at + 1, never ? Bins.TOP : Math.min(Bins.count(rows), Bins.TOP - 1));
    target.set(at + 2, Bins.rate(memory.statistic(entry, shape.runningMean())));
  }

  private void describeAmount(int entry, int amount, double value, AmountTarget to) {
    double centre = to.scale.centre();
    int at = shape.amountFeature(amount);
    for (int life = 0; life < shape.lives(); life++) {
      double mean = mean(entry, shape.sum(amount, life), shape.count(life));
      to.target.set(at + life, Bins.ratio(value / (centre + mean)));
    }
    int longest = shape.lives() - 1;
    double mean = mean(entry, shape.sum(amount, longest), shape.count(longest));
    double square = mean(entry, shape.squares(amount), shape.count(longest));
    double deviation = Math.sqrt(Math.max(0, square - mean * mean));
    to.target.set(at + shape.lives(), sigmas(to.scale.deviation(value) - mean, deviation, value));
    double harmless =
        (memory.statistic(entry, shape.sum(amount, longest))
                - memory.statistic(entry, shape.positiveSum(amount)))
            / (memory.statistic(entry, shape.count(longest))
                - memory.statistic(entry, shape.positives(longest)));
    to.target.set(at + shape.lives() + 1, Bins.ratio(value / (centre + harmless)));
  }

  private static int sigmas(double distance, double deviation, double value) {
    return Double.isNaN(value) || deviation <= 0
        ? Bins.MISSING
        : Bins.sigmas(distance / deviation);
  }

  private double mean(int entry, int sum, int count) {
    return memory.statistic(entry, sum) / memory.statistic(entry, count);
  }
}
