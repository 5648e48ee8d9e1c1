package io.github.warmbatch.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of one column are distributed, over bins that nothing had to be fitted for: by
 * sign, magnitude and leading digits, in base two. A number's bin is the beginning of its bits in
 * IEEE 754, ordered as the numbers are; as many bits are left out at the end as it takes for the
 * values to fall into at most {@link ColumnProfile#MOST_BINS} bins. So each value of a column that
 * has few has a bin of its own, bins of other data sets are unions of these or the other way round,
 * and profiles are added up without an error. This is the bucketing of log-linear histograms, its
 * resolution reduced by pairs of neighbours as in Masson, Rim and Lee, <i>DDSketch</i>, VLDB 2019.
 *
 * @param shift how many of the 64 bits are left out, 0 to 63
 * @param bins the bins that hold rows, ascending
 * @param counts for each of them its rows
 * @param missing how many rows have no value
 */
public record NumberProfile(int shift, List<Long> bins, List<Long> counts, long missing)
    implements ColumnProfile {
  private static final int MOST_SHIFT = 63;

  /**
   * A profile, its lists copied.
   *
   * @throws IllegalArgumentException when it is none of a column
   */
  public NumberProfile {
    bins = List.copyOf(bins);
    counts = List.copyOf(counts);
    ColumnProfile.sum(counts, missing);
    if (bins.size() != counts.size()) {
      throw new IllegalArgumentException(bins.size() + " bins with " + counts.size() + " counts");
    }
    if (shift < 0 || shift > MOST_SHIFT) {
      throw new IllegalArgumentException("cannot leave out " + shift + " bits");
    }
    long before = Long.MIN_VALUE;
    for (long bin : bins) {
      if (bin << shift >> shift != bin || (before != Long.MIN_VALUE && bin <= before)) {
        throw new IllegalArgumentException("bin %d after bin %d".formatted(bin, before));
      }
      before = bin;
    }
  }

  @Override
  public long rows() {
    return ColumnProfile.sum(counts, missing);
  }

  /** The bits of a number, ordered as numbers are; both zeros are one. */
  static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /** The least number of a bin. */
  static double least(long bin, int shift) {
    return number(bin << shift);
  }

  /** The greatest number of a bin. */
  static double greatest(long bin, int shift) {
    return number(bin << shift | ((1L << shift) - 1));
  }

  private static double number(long ordered) {
    return Double.longBitsToDouble(ordered ^ (ordered >> 63 & Long.MAX_VALUE));
  }

  /** The bins as those of a coarser profile are numbered, one after the other, maybe repeated. */
  List<Long> binsAt(int coarser) {
    List<Long> numbers = new ArrayList<>(bins.size());
    bins.forEach(bin -> numbers.add(bin >> (coarser - shift)));
    return numbers;
  }
}
