package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import weka.classifiers.functions.SGD;

/**
 * Weka's logistic regression with its weights within reach. It has none of Weka's filters, so that
 * asking it changes nothing.
 */
final class BinarySgd extends SGD {
  private static final long serialVersionUID = 1L;

  /**
   * A classifier that has learned nothing.
   *
   * @param attributes how many there are, the class included
   * @param bias what it says before it learns. Having learned n rows of the rest only, at a rate r,
   *     it would be near −ln(1 + rn): that is where one starts whose class is met late
   */
  BinarySgd(int attributes, double rate, double ridge, double bias) {
    m_loss = LOGLOSS;
    m_learningRate = rate;
    m_lambda = ridge;
    m_weights = new double[attributes + 1];
    m_weights[attributes] = bias;
    m_t = 1;
  }

  void read(StateInput in) throws StateFormatException {
    m_t = in.weight("a number of updates");
    for (int i = 0; i < m_weights.length; i++) {
      m_weights[i] = in.finite("a weight");
    }
  }

  void write(DataOutput out) throws IOException {
    StateOutput.finite(out, "a number of updates", m_t);
    for (double weight : m_weights) {
      StateOutput.finite(out, "a weight", weight);
    }
  }
}
