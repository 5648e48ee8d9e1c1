package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.DataSet;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A classifier that learns row by row. Asking does not change it: while none learns, many threads
 * may ask, each with a {@link Row} of its own.
 */
interface LearningModel {

  /** A row to fill, again and again. */
  Row newRow();

  /** How rows come to {@link #learn}. */
  default RowFiller filler(FeatureEncoding encoding, DataSet features) {
    return encoding.over(features);
  }

  /** Learns the row as one of this class. What Weka throws is passed on. */
  void learn(Row row, int label) throws Exception;

  /**
   * To be called before it is asked. Whoever only kept rows learns them here, encoded by what is
   * known by now. What Weka throws is passed on.
   */
  default void ready(FeatureEncoding encoding) throws Exception {
    // Most are ready at any time.
  }

  /** For each class how likely the row is one, not necessarily adding up to one. */
  double[] ask(Row row) throws Exception;

  /**
   * Writes every number that was learned.
   *
   * @throws DivergedException when one is not finite
   */
  void write(DataOutput out) throws IOException;
}
