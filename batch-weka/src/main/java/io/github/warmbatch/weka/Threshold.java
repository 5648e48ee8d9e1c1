package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import weka.classifiers.trees.ht.UnivariateNumericBinarySplit;
import weka.core.Instance;

/** Left for values up to a point, right for those above it, one of the two for those missing. */
final class Threshold extends UnivariateNumericBinarySplit {
  static final String LEFT = "left";
  static final String RIGHT = "right";
  private static final long serialVersionUID = 1L;

  private final int attribute;
  private final boolean missingLeft;

  Threshold(int attribute, double point, boolean missingLeft) {
    super("f" + attribute, point);
    this.attribute = attribute;
    this.missingLeft = missingLeft;
  }

  @Override
  public String branchForInstance(Instance row) {
    double value = row.value(attribute);
    boolean left = Double.isNaN(value) ? missingLeft : value <= m_splitPoint;
    return left ? LEFT : RIGHT;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(attribute);
    StateOutput.finite(out, "a threshold", m_splitPoint);
    out.writeInt(missingLeft ? 1 : 0);
  }

  static Threshold read(StateInput in, int attributes) throws StateFormatException {
    return new Threshold(
        in.whole("an attribute", 0, attributes - 1),
        in.finite("a threshold"),
        in.flag("the way of missing values"));
  }
}
