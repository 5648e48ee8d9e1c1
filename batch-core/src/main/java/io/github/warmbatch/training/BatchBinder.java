package io.github.warmbatch.training;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.Schema;

/**
 * Makes batches of data sets as a model specification wants them: takes out the label and the
 * ignored columns, puts the rest in the lineage's order, numbers the classes. Immutable.
 */
public final class BatchBinder {
  private final ModelSpec spec;

  /** A binder for this specification. */
  public BatchBinder(ModelSpec spec) {
    this.spec = spec;
  }

  /**
   * The features that a first data set binds its lineage to.
   *
   * @throws DatasetException when the label, an ignored or an entity column is not there, or
   *     nothing is left to learn from
   */
  public Schema featuresOf(DataSet dataset) {
    throw new UnsupportedOperationException(spec.label());
  }

  /**
   * The columns of a data set that are the given features, in their order; columns that are neither
   * features, label nor ignored are a difference, too.
   *
   * @throws DatasetException when a column is missing, added or of another type, each named
   */
  public DataSet select(DataSet dataset, Schema features) {
    throw new UnsupportedOperationException(dataset.schema() + " " + features);
  }

  /**
   * A labelled batch.
   *
   * @param known the classes met so far
   * @throws DatasetException when the columns differ (as for {@link #select}), there is no row, or
   *     a label is missing or not among the declared classes, the row and the value named
   */
  public Batch bind(DataSet dataset, Schema features, LabelClasses known) {
    throw new UnsupportedOperationException(dataset.schema() + " " + features + known);
  }
}
