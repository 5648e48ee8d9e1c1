package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of one class the rows that drew the least numbers. */
final class ClassSample {
  private final long seed;
  private final SortedMap<Long, double[]> rows = new TreeMap<>();
  private long seen;
  private long limit = Long.MAX_VALUE;

  ClassSample(long seed) {
    this.seed = seed;
  }

  /** By the numbers that were drawn. */
  SortedMap<Long, double[]> rows() {
    return rows;
  }

  /** How many rows were offered. */
  long seen() {
    return seen;
  }

  /** Keeps a copy of the row unless it draws a greater number than one that was dropped. */
  boolean offer(double[] row) {
    long drawn = drawn(seed + seen++ * 0x9E3779B97F4A7C15L);
    return drawn < limit && rows.putIfAbsent(drawn, row.clone()) == null;
  }

  void dropLast() {
    limit = rows.lastKey();
    rows.remove(limit);
  }

  /**
   * A number that looks drawn, the finisher of Steele, Lea and Flood, <a
   * href="https://doi.org/10.1145/2714064.2660195">Fast splittable pseudorandom number
   * generators</a>, 2014.
   */
  private static long drawn(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (mixed ^ (mixed >>> 31)) >>> 1;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(seen);
    out.writeLong(limit);
    out.writeInt(rows.size());
    for (Map.Entry<Long, double[]> entry : rows.entrySet()) {
      out.writeLong(entry.getKey());
      StateOutput.row(out, entry.getValue());
    }
  }

  void read(StateInput in, ModelShape shape, int label) throws StateFormatException {
    seen = in.amount("a number of rows seen");
    limit = in.amount("a number drawn");
    int size = in.count("a number of rows", Integer.MAX_VALUE);
    for (int i = 0; i < size; i++) {
      long drawn = in.amount("a number drawn");
      double[] row = in.row(shape);
      boolean rises = rows.isEmpty() || drawn > rows.lastKey();
      if (!rises || drawn >= limit || row[row.length - 1] != label) {
        throw new StateFormatException("Row %d of class %d is out of place".formatted(i, label));
      }
      rows.put(drawn, row);
    }
    if (size > seen) {
      throw new StateFormatException("More rows are kept than were seen");
    }
  }
}
