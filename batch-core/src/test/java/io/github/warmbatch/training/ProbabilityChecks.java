package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

/** What can be said of predictions. */
final class ProbabilityChecks {
  private static final double LEAST = 1e-15;

  private ProbabilityChecks() {}

  /** The probabilities bit for bit, row after row. */
  static List<Long> bits(Predictions predictions) {
    int classes = predictions.classes().size();
    return IntStream.range(0, predictions.rows() * classes)
        .mapToObj(i -> predictions.probability(i / classes, i % classes))
        .map(Double::doubleToRawLongBits)
        .toList();
  }

  /** Each from 0 to 1, those of a row adding up to 1. */
  static void assertProbabilities(Predictions predictions, int rows) {
    assertThat(predictions.rows()).isEqualTo(rows);
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int label = 0; label < predictions.classes().size(); label++) {
        assertThat(predictions.probability(row, label))
            .as("row %d, class %d", row, label)
            .isBetween(0.0, 1.0);
        sum += predictions.probability(row, label);
      }
      assertThat(sum).as("sum of row %d", row).isCloseTo(1, within(1e-9));
    }
  }

  /** The mean log loss, in nats. */
  static double logLoss(Predictions predictions, int[] labels) {
    return IntStream.range(0, labels.length)
        .mapToDouble(row -> -Math.log(Math.max(LEAST, predictions.probability(row, labels[row]))))
        .average()
        .orElseThrow();
  }

  /** The mean log loss of who knows nothing but these labels' frequencies. */
  static double priorLogLoss(int[] labels) {
    double ones = IntStream.of(labels).filter(label -> label == 1).count();
    double share = ones / labels.length;
    return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
  }
}
