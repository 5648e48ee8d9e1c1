package io.github.warmbatch.weka;

import java.io.DataOutput;
import java.io.IOException;

/**
 * A classifier that learns row by row. Asking does not change it: while none learns, many threads
 * may ask, each with a {@link Row} of its own.
 */
interface LearningModel {

  /** A row to fill, again and again. */
  Row newRow();

  /** Learns the row as one of this class. What Weka throws is passed on. */
  void learn(Row row, int label) throws Exception;

  /** For each class how likely the row is one, not necessarily adding up to one. */
  double[] ask(Row row) throws Exception;

  /**
   * Writes every number that was learned.
   *
   * @throws DivergedException when one is not finite
   */
  void write(DataOutput out) throws IOException;
}
