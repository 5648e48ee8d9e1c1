package io.github.warmbatch.evaluation;

/**
 * A threshold of the score. Precision is {@code found / seen}, recall {@code found} over all
 * positive rows.
 *
 * @param seen how many rows have this score or a higher one
 * @param found how many of them are positive
 */
public record CurvePoint(long seen, long found) {
  /** A point. */
  public CurvePoint {
    if (found < 0 || seen < 1 || found > seen) {
      throw new IllegalArgumentException("%d found among %d seen".formatted(found, seen));
    }
  }

  /** The share of positive rows among those seen. */
  public double precision() {
    return (double) found / seen;
  }
}
