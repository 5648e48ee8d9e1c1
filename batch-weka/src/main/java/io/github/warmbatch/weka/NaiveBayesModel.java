package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import weka.core.Instances;

/** Naive Bayes behind the model's face. */
final class NaiveBayesModel implements LearningModel {
  private final Instances header;
  private final OpenNaiveBayes classifier;

  NaiveBayesModel(ModelShape shape) {
    this.header = shape.header();
    this.classifier = new OpenNaiveBayes(header);
  }

  @Override
  public Row newRow() {
    return new Row(header);
  }

  @Override
  public void learn(Row row, int label) throws Exception {
    classifier.updateClassifier(row.labelled(label));
  }

  @Override
  public double[] ask(Row row) throws Exception {
    return classifier.distributionForInstance(row.instance());
  }

  /** Takes over what was learned of as many classes or fewer. */
  void read(StateInput in) throws StateFormatException {
    classifier.read(in);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    classifier.write(out);
  }
}
