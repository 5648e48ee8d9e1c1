package io.github.warmbatch.learner;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is remembered of each value of one column, its statistics fading with their half-lives from
 * the time of the value's newest row; an older row that comes late counts as faded already. When
 * there are more values than may be kept, the quarter that was seen longest ago is forgotten. For
 * one thread.
 */
final class EntityMemory {
  /** The time of what never happened. */
  static final int NEVER = Integer.MIN_VALUE;

  private static final double MEAN_STEP = 0.1;
  private final EntityShape shape;
  private final int limit;
  private KeyTable keys;
  private float[] statistics;
  private int[] seen;
  private int[] lastPositive;

  /** An empty memory for so many values at most. */
  EntityMemory(EntityShape shape, int limit) {
    this(shape, limit, 0);
  }

  /** An empty memory with room for so many values before it grows. */
  EntityMemory(EntityShape shape, int limit, int expected) {
    this.shape = shape;
    this.limit = limit;
    keys = new KeyTable(expected);
    statistics = new float[expected * shape.statistics()];
    seen = new int[expected];
    lastPositive = new int[expected];
  }

  private EntityMemory(EntityMemory other) {
    shape = other.shape;
    limit = other.limit;
    keys = other.keys.copy();
    statistics = Arrays.copyOf(other.statistics, other.size() * shape.statistics());
    seen = Arrays.copyOf(other.seen, other.size());
    lastPositive = Arrays.copyOf(other.lastPositive, other.size());
  }

  EntityMemory copy() {
    return new EntityMemory(this);
  }

  EntityShape shape() {
    return shape;
  }

  int size() {
    return keys.size();
  }

  int limit() {
    return limit;
  }

  /** The number of a value that is remembered, or {@link KeyTable#ABSENT}. */
  int find(long key) {
    return keys.find(key);
  }

  /** Whether a further key like this one would make the memory slow. */
  boolean isCrowdedAt(long key) {
    return keys.isCrowdedAt(key);
  }

  long key(int entry) {
    return keys.key(entry);
  }

  /**
   * The statistics of all values, as they were at the time each was {@linkplain #seen last seen};
   * not a copy.
   */
  float[] statistics() {
    return statistics;
  }

  /** Where a value's statistics begin. */
  int base(int entry) {
    return entry * shape.statistics();
  }

  /** When a value was last seen. */
  int seen(int entry) {
    return seen[entry];
  }

  /** The time of the newest positive row, or {@link #NEVER}. */
  int lastPositive(int entry) {
    return lastPositive[entry];
  }

  /** Puts a value's statistics in place, as they were read from a state. */
  void restore(long key, int seenAt, int positiveAt, float[] values) {
    int entry = entryFor(key, seenAt);
    lastPositive[entry] = positiveAt;
    System.arraycopy(values, 0, statistics, entry * shape.statistics(), values.length);
  }

  /** Takes in the rows of a batch in their order, with their labels. */
  void absorb(Rows rows, int memory, boolean[] positive) {
    KeyColumn column = rows.keys().get(memory);
    for (int row = 0; row < rows.count(); row++) {
      if (column.has(row)) {
        int entry = entryFor(column.key(row), rows.minutes()[row]);
        absorb(entry, rows, row, positive[row]);
      }
    }
    if (keys.size() > limit) {
      forgetOldest(limit - limit / 4);
    }
  }

  private int entryFor(long key, int minute) {
    int before = keys.size();
    int entry = keys.add(key);
    if (entry == before) {
      if (entry == seen.length) {
        grow(Math.max(16, entry + (entry >> 1)));
      }
      seen[entry] = minute;
      lastPositive[entry] = NEVER;
    }
    return entry;
  }

  private void grow(int room) {
    statistics = Arrays.copyOf(statistics, room * shape.statistics());
    seen = Arrays.copyOf(seen, room);
    lastPositive = Arrays.copyOf(lastPositive, room);
  }

  private void absorb(int entry, Rows rows, int row, boolean positive) {
    int minute = rows.minutes()[row];
    int elapsed = minute - seen[entry];
    int base = base(entry);
    if (elapsed > 0) {
      fade(base, elapsed);
      seen[entry] = minute;
    }
    int late = Math.max(0, -elapsed);
    for (int life = 0; life < shape.lives(); life++) {
      float weight = (float) shape.left(late, life);
      statistics[base + shape.count(life)] += weight;
      if (positive) {
        statistics[base + shape.positives(life)] += weight;
      }
    }
    for (int which = 0; which < shape.amounts(); which++) {
      Rows.Amount amount = rows.amounts().get(which);
      double deviation = amount.scale().deviation(amount.values()[row]);
      addAmount(base, late, which, deviation);
      if (positive) {
        double weight = shape.left(late, shape.lives() - 1);
        statistics[base + shape.positiveSum(which)] += (float) (weight * deviation);
      }
    }
    addLabel(entry, minute, positive);
  }

  private void fade(int base, int elapsed) {
    for (int life = 0; life < shape.lives(); life++) {
      float left = (float) shape.left(elapsed, life);
      statistics[base + shape.count(life)] *= left;
      statistics[base + shape.positives(life)] *= left;
      for (int amount = 0; amount < shape.amounts(); amount++) {
        statistics[base + shape.sum(amount, life)] *= left;
        if (life == shape.lives() - 1) {
          statistics[base + shape.squares(amount)] *= left;
          statistics[base + shape.positiveSum(amount)] *= left;
        }
      }
    }
  }

  private void addAmount(int base, int late, int amount, double deviation) {
    double weight = 1;
    for (int life = 0; life < shape.lives(); life++) {
      weight = shape.left(late, life);
      statistics[base + shape.sum(amount, life)] += (float) (weight * deviation);
    }
    statistics[base + shape.squares(amount)] += (float) (weight * deviation * deviation);
  }

  private void addLabel(int entry, int minute, boolean positive) {
    int base = entry * shape.statistics();
    float mean = statistics[base + shape.runningMean()];
    statistics[base + shape.runningMean()] =
        (float) (mean + MEAN_STEP * ((positive ? 1 : 0) - mean));
    if (positive) {
      statistics[base + shape.rowsSince()] = 0;
      lastPositive[entry] = Math.max(lastPositive[entry], minute);
    } else if (lastPositive[entry] != NEVER) {
      statistics[base + shape.rowsSince()] += 1;
    }
  }

  private void forgetOldest(int kept) {
    int[] newest =
        IntStream.range(0, keys.size())
            .boxed()
            .sorted(this::newestFirst)
            .limit(kept)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    EntityMemory smaller = new EntityMemory(shape, limit, kept);
    int width = shape.statistics();
    for (int entry : newest) {
      float[] values = Arrays.copyOfRange(statistics, entry * width, (entry + 1) * width);
      smaller.restore(keys.key(entry), seen[entry], lastPositive[entry], values);
    }
    keys = smaller.keys;
    statistics = smaller.statistics;
    seen = smaller.seen;
    lastPositive = smaller.lastPositive;
  }

  private int newestFirst(int a, int b) {
    return seen[a] != seen[b]
        ? Integer.compare(seen[b], seen[a])
        : Long.compare(keys.key(a), keys.key(b));
  }
}
