package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Instance;
import weka.core.Instances;

/** A binary classifier for each class against the rest. */
final class SgdModel implements LearningModel {
  private static final int REST = 0;
  private static final int ONE = 1;

  private final Instances header;
  private final List<BinarySgd> classifiers;

  private SgdModel(Instances header, List<BinarySgd> classifiers) {
    this.header = header;
    this.classifiers = classifiers;
  }

  /** Classifiers as they are before their class was met, however many rows were learned before. */
  static SgdModel create(ModelShape shape, double rate, double ridge) {
    Instances header = shape.header(2);
    double bias = -Math.log1p(rate * shape.rows());
    return new SgdModel(
        header,
        IntStream.range(0, shape.classes())
            .mapToObj(i -> new BinarySgd(header.numAttributes(), rate, ridge, bias))
            .toList());
  }

  /** Takes over what was learned of as many classes or fewer. */
  void read(StateInput in) throws StateFormatException {
    int stored = in.whole("a number of classes", 0, classifiers.size());
    for (BinarySgd classifier : classifiers.subList(0, stored)) {
      classifier.read(in);
    }
  }

  @Override
  public Row newRow() {
    return new Row(header);
  }

  @Override
  public void learn(Row row, int label) throws Exception {
    for (int i = 0; i < classifiers.size(); i++) {
      classifiers.get(i).updateClassifier(row.labelled(i == label ? ONE : REST));
    }
  }

  @Override
  public double[] ask(Row row) throws Exception {
    Instance instance = row.instance();
    double[] likely = new double[classifiers.size()];
    for (int i = 0; i < likely.length; i++) {
      likely[i] = classifiers.get(i).distributionForInstance(instance)[ONE];
    }
    return likely;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(classifiers.size());
    for (BinarySgd classifier : classifiers) {
      classifier.write(out);
    }
  }
}
