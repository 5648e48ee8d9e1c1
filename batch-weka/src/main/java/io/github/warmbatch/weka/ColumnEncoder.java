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

  void write(DataOutput out) throws IOException;

  /** Reads what was written by an encoder like this one. */
  ColumnEncoder read(StateInput in) throws StateFormatException;
}
