package io.github.warmbatch.drift;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.TextColumn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the columns of one data set hold, in bounded time and space. Of more than 4,096 rows as many
 * are looked at, spread evenly over the data set: their shares are within a few percent of those of
 * all rows, and drift of such a size is not told from none. There are some 2,000 bins in all, which
 * are shared out evenly, but no more than 64 for one column. Beyond 256 columns the last ones have
 * no profile. Neither have instants, which differ in each data set by their nature. Immutable; safe
 * for use from many threads.
 *
 * @param columns for each column its profile, in the order of the columns
 */
public record DataProfile(Map<String, ColumnProfile> columns) {
  private static final int MOST_COLUMNS = 256;
  private static final int MOST_ROWS = 4096;
  private static final int BINS = 2048;
  private static final int SPREAD = 0x9E3779B9;

  /** A profile, its map copied. */
  public DataProfile {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * The profile of a data set, the same for the same rows in the same order.
   *
   * @param features the columns that the model looks at
   */
  public static DataProfile of(DataSet features) {
    Map<String, ColumnProfile> columns = new LinkedHashMap<>();
    int[] rows = rows(features.rows());
    int profiled = Math.min(features.schema().size(), MOST_COLUMNS);
    int most = Math.min(ColumnProfile.MOST_BINS, BINS / Math.max(1, profiled));
    for (int position = 0; position < profiled; position++) {
      Column column = features.column(position);
      if (column.field().type() != ColumnType.TIMESTAMP) {
        columns.put(column.field().name(), profile(column, rows, most));
      }
    }
    return new DataProfile(columns);
  }

  private static ColumnProfile profile(Column column, int[] rows, int most) {
    return column instanceof TextColumn text
        ? ValueCounter.count(text, rows, most)
        : NumberCounter.count(column, rows, most);
  }

  /**
   * The rows to look at: one of each stretch of equal length, not always at the same place of it,
   * so that rows which alternate in the file are met alike.
   */
  private static int[] rows(int all) {
    if (all <= MOST_ROWS) {
      return IntStream.range(0, all).toArray();
    }
    int[] rows = new int[MOST_ROWS];
    for (int i = 0; i < MOST_ROWS; i++) {
      long begin = (long) i * all / MOST_ROWS;
      long end = (i + 1L) * all / MOST_ROWS;
      rows[i] = (int) (begin + Integer.toUnsignedLong(i * SPREAD) * (end - begin) / (1L << 32));
    }
    return rows;
  }
}
