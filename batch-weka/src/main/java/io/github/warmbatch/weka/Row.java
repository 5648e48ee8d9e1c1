package io.github.warmbatch.weka;

import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** One row's values as Weka wants them, in an array that is filled anew for each row. */
final class Row {
  private final double[] values;
  private final Instance instance;

  Row(Instances header) {
    this.values = new double[header.numAttributes()];
    this.instance = new DenseInstance(1.0, values);
    instance.setDataset(header);
  }

  /** The attributes' values, NaN where missing, the class last: to be written to. */
  double[] values() {
    return values;
  }

  /** A view of the values. */
  Instance instance() {
    return instance;
  }

  /** The same row, as one of this class. */
  Instance labelled(int label) {
    values[values.length - 1] = label;
    return instance;
  }
}
