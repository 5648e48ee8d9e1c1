package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A data set as the memories look at it.
 *
 * @param data the table
 * @param minutes the time of each row
 * @param keys for each memory the keys of its column
 * @param amounts what is averaged
 */
record Rows(DataSet data, int[] minutes, List<KeyColumn> keys, List<Amount> amounts) {

  /**
   * A column that is averaged.
   *
   * @param number its place among the amounts
   * @param values for each row the number, NaN where missing
   * @param scale of its codes
   */
  record Amount(int number, double[] values, ColumnScale scale) {}

  /** The rows of a data set, {@code batch} being the number of batches before. */
  static Rows of(DataSet data, Layout layout, long batch) {
    int[] minutes =
        layout.hasTime()
            ? RowTimes.of(data.column(layout.time()), layout.unit())
            : RowTimes.ofBatch(data.rows(), batch);
    List<KeyColumn> keys =
        IntStream.range(0, layout.memories())
            .mapToObj(memory -> KeyColumn.of(data.column(layout.memoryColumn(memory))))
            .toList();
    return new Rows(data, minutes, keys, amounts(data, layout));
  }

  int count() {
    return data.rows();
  }

  private static List<Amount> amounts(DataSet data, Layout layout) {
    return IntStream.range(0, layout.amounts().size())
        .mapToObj(
            amount -> {
              Layout.Number number = layout.numbers().get(layout.amounts().get(amount));
              return new Amount(amount, numbers(data.column(number.position())), number.scale());
            })
        .toList();
  }

  private static double[] numbers(Column column) {
    double[] values = new double[column.rows()];
    Arrays.setAll(values, column::number);
    return values;
  }
}
