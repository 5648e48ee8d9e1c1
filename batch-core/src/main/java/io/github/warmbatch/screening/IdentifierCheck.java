package io.github.warmbatch.screening;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.dataset.TextColumn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a column's values were given out one by one, rather than measured. */
final class IdentifierCheck {
  /** Fewer equal pairs than this may be missing by chance: that of none is {@code e^-20}. */
  private static final double ENOUGH_PAIRS = 20;

  /** Of text no range is known from which it comes, so that more rows are needed. */
  private static final int ENOUGH_TEXTS = 1000;

  /** One repeated row in so many is nothing but a row that was sent twice. */
  private static final int REPEATED = 1000;

  private static final long EXACT = 1L << 53;
  private static final long YEAR_1990 = 631_152_000L;
  private static final long YEAR_2100 = 4_102_444_800L;
  private static final long[] TICKS = {1, 1_000, 1_000_000, 1_000_000_000};

  private IdentifierCheck() {}

  /** What speaks for it; empty where it is no identifier. */
  static Optional<String> evidence(Column column) {
    if (column instanceof TextColumn text) {
      return ofText(text);
    }
    ColumnType type = column.field().type();
    boolean maybe = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    return maybe ? ofNumbers(wholes(column)) : Optional.empty();
  }

  private static Optional<String> ofText(TextColumn column) {
    BitSet met = new BitSet();
    int present = 0;
    for (int code : column.codes()) {
      if (code >= 0) {
        met.set(code);
        present++;
      }
    }
    int distinct = met.cardinality();
    return present >= ENOUGH_TEXTS && present - distinct <= present / REPEATED
        ? Optional.of("holds %d different texts in %d rows".formatted(distinct, present))
        : Optional.empty();
  }

  private static Optional<String> ofNumbers(long[] values) {
    int rows = values.length;
    if (rows < 2) {
      return Optional.empty();
    }
    long low = Arrays.stream(values).min().getAsLong();
    long high = Arrays.stream(values).max().getAsLong();
    double range = (double) high - (double) low + 1;
    double expected = rows * (rows - 1.0) / 2 / range;
    if (expected < ENOUGH_PAIRS || isTime(low, high)) {
      return Optional.empty();
    }
    boolean rising = IntStream.range(1, rows).allMatch(row -> values[row] > values[row - 1]);
    Arrays.sort(values);
    long repeated = IntStream.range(1, rows).filter(i -> values[i] == values[i - 1]).count();
    return repeated <= Math.min(expected / ENOUGH_PAIRS, (double) rows / REPEATED)
        ? Optional.of(
            "holds %d different whole numbers from %d to %d in %d rows%s"
                .formatted(rows - repeated, low, high, rows, rising ? ", each above the last" : ""))
        : Optional.empty();
  }

  /** The values that are there; none where one has a fraction, or is too large to tell. */
  private static long[] wholes(Column column) {
    if (column instanceof LongColumn whole) {
      return IntStream.range(0, whole.rows())
          .filter(row -> !whole.isMissing(row))
          .mapToLong(row -> whole.values()[row])
          .toArray();
    }
    double[] present =
        Arrays.stream(((DoubleColumn) column).values()).filter(v -> !Double.isNaN(v)).toArray();
    boolean isWhole =
        Arrays.stream(present).allMatch(v -> v == Math.rint(v) && Math.abs(v) < EXACT);
    return isWhole ? Arrays.stream(present).mapToLong(v -> (long) v).toArray() : new long[0];
  }

  /** Times may be taken at regular intervals, and say something all the same. */
  private static boolean isTime(long low, long high) {
    return Arrays.stream(TICKS)
        .anyMatch(
            tick -> Math.floorDiv(low, tick) >= YEAR_1990 && Math.floorDiv(high, tick) < YEAR_2100);
  }
}
