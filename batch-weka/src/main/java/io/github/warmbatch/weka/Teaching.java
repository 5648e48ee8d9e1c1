package io.github.warmbatch.weka;

import java.util.List;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.UpdateableClassifier;
import weka.classifiers.lazy.IBk;
import weka.classifiers.lazy.LWL;
import weka.core.EuclideanDistance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neighboursearch.LinearNNSearch;

/** How rows are put before a classifier. */
enum Teaching {
  /** All at once. */
  AT_ONCE {
    @Override
    void teach(AbstractClassifier classifier, Instances table) throws Exception {
      classifier.buildClassifier(table);
    }

    @Override
    void prepare(double[] row, ModelShape shape) {
      // Missing values stay missing.
    }
  },
  /** One after another. */
  ROW_BY_ROW {
    @Override
    void teach(AbstractClassifier classifier, Instances table) throws Exception {
      classifier.buildClassifier(new Instances(table, 0));
      for (Instance row : table) {
        ((UpdateableClassifier) classifier).updateClassifier(row);
      }
    }

    @Override
    void prepare(double[] row, ModelShape shape) {
      // Missing values stay missing.
    }
  },
  /**
   * One after another, to be remembered. Distances are taken as they are and a missing number is
   * the mean, since Weka's distances widen their ranges by each row they are asked about, which
   * would make an answer depend on the questions before.
   */
  NEIGHBOURS {
    @Override
    void teach(AbstractClassifier classifier, Instances table) throws Exception {
      if (classifier instanceof IBk neighbours) {
        neighbours.setNearestNeighbourSearchAlgorithm(plainDistances());
      } else if (classifier instanceof LWL weighted) {
        weighted.setNearestNeighbourSearchAlgorithm(plainDistances());
      }
      ROW_BY_ROW.teach(classifier, table);
    }

    @Override
    void prepare(double[] row, ModelShape shape) {
      List<Integer> attributes = shape.attributes();
      for (int i = 0; i < attributes.size(); i++) {
        if (attributes.get(i) == 0 && Double.isNaN(row[i])) {
          row[i] = 0;
        }
      }
    }
  };

  abstract void teach(AbstractClassifier classifier, Instances table) throws Exception;

  /** What is done to a scaled row before it is learned or asked about. */
  abstract void prepare(double[] row, ModelShape shape);

  private static LinearNNSearch plainDistances() throws Exception {
    EuclideanDistance distance = new EuclideanDistance();
    distance.setDontNormalize(true);
    LinearNNSearch search = new LinearNNSearch();
    search.setDistanceFunction(distance);
    return search;
  }
}
