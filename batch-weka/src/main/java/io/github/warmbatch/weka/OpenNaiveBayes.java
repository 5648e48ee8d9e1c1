package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import weka.classifiers.bayes.NaiveBayesUpdateable;
import weka.core.Instances;
import weka.estimators.DiscreteEstimator;
import weka.estimators.Estimator;

/** Weka's naive Bayes with its estimators within reach. */
final class OpenNaiveBayes extends NaiveBayesUpdateable {
  private static final long serialVersionUID = 1L;

  /** A classifier that has learned nothing. */
  OpenNaiveBayes(Instances header) {
    buildClassifier(header);
  }

  @Override
  public void buildClassifier(Instances header) {
    int classes = header.numClasses();
    m_Instances = header;
    m_NumClasses = classes;
    m_ClassDistribution = new DiscreteEstimator(classes, true);
    m_Distributions = new Estimator[header.numAttributes() - 1][classes];
    for (int i = 0; i < m_Distributions.length; i++) {
      for (int label = 0; label < classes; label++) {
        m_Distributions[i][label] =
            header.attribute(i).isNominal()
                ? new DiscreteEstimator(header.attribute(i).numValues(), true)
                : new NormalDensity();
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(m_NumClasses);
    for (int label = 0; label < m_NumClasses; label++) {
      out.writeDouble(counted(m_ClassDistribution, label));
      for (Estimator[] attribute : m_Distributions) {
        write(out, attribute[label]);
      }
    }
  }

  private static void write(DataOutput out, Estimator estimator) throws IOException {
    if (estimator instanceof NormalDensity density) {
      density.write(out);
      return;
    }
    int symbols = ((DiscreteEstimator) estimator).getNumSymbols();
    for (int symbol = 0; symbol < symbols; symbol++) {
      out.writeDouble(counted(estimator, symbol));
    }
  }

  void read(StateInput in) throws StateFormatException {
    int stored = in.whole("a number of classes", 0, m_NumClasses);
    for (int label = 0; label < stored; label++) {
      ((DiscreteEstimator) m_ClassDistribution).addValue(label, in.weight("a count"));
      for (Estimator[] attribute : m_Distributions) {
        read(in, attribute[label]);
      }
    }
  }

  private static void read(StateInput in, Estimator estimator) throws StateFormatException {
    if (estimator instanceof NormalDensity density) {
      density.read(in);
      return;
    }
    DiscreteEstimator counts = (DiscreteEstimator) estimator;
    for (int symbol = 0; symbol < counts.getNumSymbols(); symbol++) {
      counts.addValue(symbol, in.weight("a count"));
    }
  }

  /** How often it occurred: Weka counts from one, against estimates of nought. */
  private static double counted(Estimator estimator, int symbol) {
    return ((DiscreteEstimator) estimator).getCount(symbol) - 1;
  }
}
