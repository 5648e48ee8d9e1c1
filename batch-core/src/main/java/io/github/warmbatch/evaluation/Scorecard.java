package io.github.warmbatch.evaluation;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one model on one data set. A measure that is not defined there is null: average
 * precision without a positive row, for one.
 *
 * @param rows how many rows were scored
 * @param positives how many of them were of a positive class
 * @param averagePrecision of the score "any positive class", ties counted as one threshold, as
 *     scikit-learn's {@code average_precision_score} defines it
 * @param baseRate the share of positive rows, which is the average precision of guessing
 * @param accuracy the share of rows whose most probable class is theirs
 * @param majorityAccuracy the accuracy of always answering the most frequent class
 * @param logLoss the mean negative natural logarithm of the probability given to the row's class,
 *     probabilities cut to [1e-15, 1 - 1e-15]
 * @param precisionAt100 the share of positives among the 100 rows of the highest score
 * @param recallAt100 the share of all positives that is among those
 * @param classes the classes that the confusion matrix counts
 * @param confusion for each true class, for each predicted class, how many rows
 */
public record Scorecard(
    long rows,
    long positives,
    @Nullable Double averagePrecision,
    @Nullable Double baseRate,
    @Nullable Double accuracy,
    @Nullable Double majorityAccuracy,
    @Nullable Double logLoss,
    @Nullable Double precisionAt100,
    @Nullable Double recallAt100,
    List<String> classes,
    List<List<Long>> confusion) {

  /** A scorecard, its lists copied. */
  public Scorecard {
    classes = List.copyOf(classes);
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /**
   * Scores predictions.
   *
   * @param labels for each row its class's number in {@code classes}
   * @param classes the classes of the labels; the predictions' classes are their first ones, and a
   *     class that the model has not met has probability zero
   * @param spec which classes are positive
   */
  public static Scorecard of(
      Predictions predictions, int[] labels, LabelClasses classes, ModelSpec spec) {
    throw new UnsupportedOperationException(
        predictions.rows() + labels.length + " " + classes + spec);
  }

  /** The share of a true class's rows that was predicted as that class, or null without a row. */
  public @Nullable Double recall(int label) {
    long all = confusion.get(label).stream().mapToLong(Long::longValue).sum();
    return all == 0 ? null : (double) confusion.get(label).get(label) / all;
  }
}
