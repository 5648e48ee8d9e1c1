package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * Rows that are kept, and a classifier that learns them anew when it is to be asked. It is the rows
 * that are written, with the recipe's name, so that whatever Weka keeps to itself need not be.
 *
 * <p>The classifier learns the classes that have rows. Its answers are as though each row kept were
 * worth those that it stands for: Saerens, Latinne and Decaestecker, <a
 * href="https://doi.org/10.1162/089976602753284446">Adjusting the outputs of a classifier to new a
 * priori probabilities</a>, 2002. Before that, each class gets a share of one row, since a sample
 * rules nothing out.
 */
final class RetainedModel implements LearningModel {
  private final ModelShape shape;
  private final Recipe recipe;
  private final RowMemory memory;
  private int[] labels = {};
  private @Nullable AbstractClassifier classifier;

  RetainedModel(ModelShape shape, Recipe recipe, RowMemory memory) {
    this.shape = shape;
    this.recipe = recipe;
    this.memory = memory;
  }

  @Override
  public Row newRow() {
    return new Row(header());
  }

  /** With the classes that have rows alone, and one more where that leaves one. */
  private Instances header() {
    return shape.header(Math.max(2, labels.length));
  }

  @Override
  public RowFiller filler(FeatureEncoding encoding, DataSet features) {
    return encoding.unscaled(features);
  }

  @Override
  public void learn(Row row, int label) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    memory.add(row.labelled(label).toDoubleArray());
  }

  @Override
  public void ready(FeatureEncoding encoding) throws Exception {
    List<double[]> rows = memory.rows();
    int last = shape.attributes().size();
    labels = rows.stream().mapToInt(row -> (int) row[last]).distinct().sorted().toArray();
    if (labels.length < 2) {
      return;
    }
    Instances table = new Instances(header(), rows.size());
    for (double[] kept : rows) {
      double[] row = kept.clone();
      encoding.scale(row);
      recipe.kind().teaching().prepare(row, shape);
      row[last] = Arrays.binarySearch(labels, (int) row[last]);
      table.add(new DenseInstance(1, row));
    }
    AbstractClassifier learning = recipe.classifier(shape.seed());
    recipe.kind().teaching().teach(learning, table);
    classifier = learning;
  }

  /** One thread at a time: some classifiers have a place for what they are about. */
  @Override
  public synchronized double[] ask(Row row) throws Exception {
    double[] likely = new double[shape.classes()];
    AbstractClassifier asked = classifier;
    if (asked != null) {
      recipe.kind().teaching().prepare(row.values(), shape);
      double[] answer = asked.distributionForInstance(row.instance());
      double share = 1.0 / memory.rows().size();
      for (int i = 0; i < labels.length; i++) {
        likely[labels[i]] = (answer[i] + share) * memory.worth(labels[i]);
      }
    }
    return likely;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateOutput.text(out, recipe.text());
    out.writeLong(shape.seed());
    memory.write(out);
  }

  /** Takes over the rows that were kept of as many classes or fewer. */
  void read(StateInput in) throws StateFormatException {
    String written = in.text("a classifier");
    if (!written.equals(recipe.text())) {
      throw new StateFormatException(
          "The state is of '%s', not of '%s'".formatted(written, recipe.text()));
    }
    if (in.big("a seed") != shape.seed()) {
      throw new StateFormatException("The state was drawn by another seed");
    }
    memory.read(in);
  }
}
