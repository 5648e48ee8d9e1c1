package io.github.warmbatch;

import io.github.warmbatch.training.Predictions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model says of one row.
 *
 * @param label the most probable class, the first among equals
 * @param score the probability, from 0 to 1, that the row is of any positive class
 * @param probabilities of each class, in the model's order
 */
public record Prediction(String label, double score, Map<String, Double> probabilities) {
  /** A prediction, its map copied. */
  public Prediction {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  /** The first of these. */
  static Prediction of(Predictions predictions, boolean[] positives) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (String name : predictions.classes().names()) {
      probabilities.put(name, predictions.probability(0, probabilities.size()));
    }
    return new Prediction(
        predictions.classes().names().get(predictions.mostProbable(0)),
        predictions.probabilityOfAny(0, positives),
        probabilities);
  }
}
