package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import weka.core.Instances;

/** A Hoeffding tree behind the model's face. */
final class HoeffdingTreeModel implements LearningModel {
  private final Instances header;
  private final BoundedTree tree;

  HoeffdingTreeModel(ModelShape shape, TreeSettings settings) {
    this.header = shape.header();
    this.tree = new BoundedTree(header, settings);
  }

  @Override
  public Row newRow() {
    return new Row(header);
  }

  @Override
  public void learn(Row row, int label) throws Exception {
    tree.updateClassifier(row.labelled(label));
  }

  @Override
  public double[] ask(Row row) throws Exception {
    return tree.distributionForInstance(row.instance());
  }

  void read(StateInput in) throws StateFormatException {
    tree.read(in);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    tree.write(out);
  }
}
