package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** What one column becomes. Immutable. */
sealed interface ColumnEncoder permits NumberEncoder, FlagEncoder, TimestampEncoder, TextEncoder {

  /** This encoder, having seen these values as well. */
  ColumnEncoder having(Column column);

  /** For each attribute that the column becomes how many nominal values it has, 0 for a number. */
  List<Integer> attributes();

  /** A way to put these values into rows. */
  ColumnFiller over(Column column);

  /** A way to put these values into rows as they are, for {@link #scale} to do the rest later. */
  default ColumnFiller unscaled(Column column) {
    return over(column);
  }

  /** Makes of an unscaled value in a row what {@link #over} makes of it now. */
  default void scale(double[] row, int at) {
    // Most have no scale.
  }

  void write(DataOutput out) throws IOException;

  /** Reads what was written by an encoder like this one. */
  ColumnEncoder read(StateInput in) throws StateFormatException;
}
