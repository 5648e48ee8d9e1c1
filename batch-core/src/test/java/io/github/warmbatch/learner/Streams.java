package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Made-up streams of batches, the same in every run. */
final class Streams {
  static final LabelClasses CLASSES = new LabelClasses(List.of("0", "1", "2", "3"));
  private static final LabelClasses TWO = new LabelClasses(List.of("no", "yes"));
  private static final int SHOPS = 100;
  private static final long DAY = 86_400;
  private static final long START = 1_600_000_000;

  private Streams() {}

  /** A specification for a stream. */
  static TrainingSpec spec(WarmStartTrainer<?> trainer, Batch batch, String... entities) {
    return new TrainingSpec(
        batch.features().schema(),
        new ModelSpec(
            trainer.info(), "label", List.of(), List.of(entities), List.of(), List.of(), 11));
  }

  /**
   * Payments. Two of a hundred shops go bad each day and for five days half of their payments are
   * of class 2, whatever they look like; a few large amounts are of class 1.
   */
  static List<Batch> payments(int days, int rows) {
    Dice dice = new Dice(3, 0, 0);
    int[] badUntil = new int[SHOPS];
    List<Batch> batches = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      badUntil[dice.below(SHOPS)] = day + 5;
      badUntil[dice.below(SHOPS)] = day + 5;
      long[] times = new long[rows];
      long[] shops = new long[rows];
      long[] customers = new long[rows];
      double[] amounts = new double[rows];
      int[] labels = new int[rows];
      for (int row = 0; row < rows; row++) {
        times[row] = START + day * DAY + row * DAY / rows;
        shops[row] = dice.below(SHOPS);
        customers[row] = dice.below(300);
        amounts[row] = 1 + dice.below(10_000) / 100.0;
        if (badUntil[(int) shops[row]] > day && dice.chance(0.5)) {
          labels[row] = 2;
        } else if (dice.chance(0.005)) {
          amounts[row] = 250 + dice.below(10_000) / 100.0;
          labels[row] = 1;
        }
      }
      List<Column> columns =
          List.of(
              new LongColumn(new Field("paid_at", ColumnType.INTEGER), times),
              new LongColumn(new Field("shop", ColumnType.INTEGER), shops),
              new LongColumn(new Field("customer", ColumnType.INTEGER), customers),
              new DoubleColumn(new Field("amount", ColumnType.DECIMAL), amounts));
      batches.add(new Batch(new DataSet(rows, columns), labels, CLASSES));
    }
    return batches;
  }

  /** Numbers alone: a third of the rows is positive, by three of very many columns. */
  static List<Batch> numbers(int count, int rows, int width) {
    Dice dice = new Dice(4, 0, 0);
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[][] values = new double[width][rows];
      for (double[] column : values) {
        Arrays.setAll(column, row -> dice.below(2000) / 1000.0 - 1);
      }
      int[] labels = new int[rows];
      Arrays.setAll(
          labels, row -> values[0][row] * values[1][row] > 0.05 && values[2][row] > -0.5 ? 1 : 0);
      List<Column> columns = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        Field field = new Field("x" + column, ColumnType.DECIMAL);
        columns.add(new DoubleColumn(field, values[column]));
      }
      batches.add(new Batch(new DataSet(rows, columns), labels, TWO));
    }
    return batches;
  }

  /** A state that has learned these batches. */
  static <S> S trained(WarmStartTrainer<S> trainer, TrainingSpec spec, List<Batch> batches) {
    S state = trainer.initial(spec);
    for (Batch batch : batches) {
      state = trainer.train(state, batch);
    }
    return state;
  }

  /** The predictions for a batch of a model that has learned the batches before it. */
  static <S> Predictions last(
      WarmStartTrainer<S> trainer, List<Batch> batches, String... entities) {
    TrainingSpec spec = spec(trainer, batches.get(0), entities);
    int last = batches.size() - 1;
    S state = trained(trainer, spec, batches.subList(0, last));
    return trainer.predictor(state).predict(batches.get(last).features());
  }

  /** The average precision of class 0 against all others, in the order of the rows under ties. */
  static double averagePrecision(Predictions predictions, int[] labels) {
    Integer[] order = new Integer[labels.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> Double.compare(predictions.probability(a, 0), predictions.probability(b, 0)));
    double sum = 0;
    int found = 0;
    for (int i = 0; i < order.length; i++) {
      if (labels[order[i]] > 0) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return sum / found;
  }
}
