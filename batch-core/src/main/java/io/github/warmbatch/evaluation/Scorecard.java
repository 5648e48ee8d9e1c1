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
 * @param precisionAt100 the share of positives among the 100 rows of the highest score, among all
 *     rows where there are fewer
 * @param recallAt100 the share of all positives that is among those
 * @param classes the classes that the confusion matrix counts
 * @param confusion for each true class, for each predicted class, how many rows
 * @param profile more about the score "any positive class"; null in what older versions wrote
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
    List<List<Long>> confusion,
    @Nullable ScoreProfile profile) {
  private static final int TOP = 100;

  /** A scorecard, its lists copied. */
  public Scorecard {
    classes = List.copyOf(classes);
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /** A scorecard without a profile. */
  public Scorecard(
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
    this(
        rows,
        positives,
        averagePrecision,
        baseRate,
        accuracy,
        majorityAccuracy,
        logLoss,
        precisionAt100,
        recallAt100,
        classes,
        confusion,
        null);
  }

  /**
   * Scores predictions. Rows of equal score are treated alike: they are one threshold of average
   * precision, and where the first 100 rows end within them, precision and recall are the mean over
   * all orders they could stand in. So a model that gives every row the same score gets the base
   * rate, whatever the order of the file. Takes time in the order of {@code rows * log(rows)}.
   *
   * @param labels for each row its class's number in {@code classes}
   * @param classes the classes of the labels; the predictions' classes are their first ones, and a
   *     class that the model has not met has probability zero
   * @param spec which classes are positive
   * @throws IllegalArgumentException when there are not as many labels as predictions, a label is
   *     not one of the classes, or the predictions' classes are not the first of them
   * @throws io.github.warmbatch.training.TrainingException when a probability is not finite
   */
  public static Scorecard of(
      Predictions predictions, int[] labels, LabelClasses classes, ModelSpec spec) {
    Agreement.check(predictions, labels, classes);
    Ranking ranking = Ranking.of(predictions, labels, classes, spec);
    Confusion confusion = Confusion.of(predictions, labels, classes.size());
    return new Scorecard(
        ranking.rows(),
        ranking.positives(),
        ranking.averagePrecision(),
        ranking.baseRate(),
        confusion.accuracy(),
        confusion.majorityAccuracy(),
        LogLoss.of(predictions, labels),
        ranking.precisionAt(TOP),
        ranking.recallAt(TOP),
        classes.names(),
        confusion.counts(),
        ScoreProfile.of(ranking));
  }

  /** The share of a true class's rows that was predicted as that class, or null without a row. */
  public @Nullable Double recall(int label) {
    long all = confusion.get(label).stream().mapToLong(Long::longValue).sum();
    return all == 0 ? null : (double) confusion.get(label).get(label) / all;
  }
}
