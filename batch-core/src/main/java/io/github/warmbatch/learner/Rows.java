package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A data set as the memories look at it. */
final class Rows {
  private final DataSet data;
  private final int[] minutes;
  private final List<KeyColumn> keys;
  private final List<Amount> amounts;

  Rows(DataSet data, int[] minutes, List<KeyColumn> keys, List<Amount> amounts) {
    this.data = data;
    this.minutes = minutes;
    this.keys = keys;
    this.amounts = amounts;
  }

  /** The table. */
  DataSet data() {
    return data;
  }

  /** The time of each row. */
  int[] minutes() {
    return minutes;
  }

  /** For each memory the keys of its column. */
  List<KeyColumn> keys() {
    return keys;
  }

  /** What is averaged. */
  List<Amount> amounts() {
    return amounts;
  }

  /** A column that is averaged. */
  static final class Amount {
    private final int number;
    private final double[] values;
    private final ColumnScale scale;

    Amount(int number, double[] values, ColumnScale scale) {
      this.number = number;
      this.values = values;
      this.scale = scale;
    }

    /** Its place among the amounts. */
    int number() {
      return number;
    }

    /** For each row the number, NaN where missing. */
    double[] values() {
      return values;
    }

    /** Of its codes. */
    ColumnScale scale() {
      return scale;
    }
  }

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
              Layout.Numeric number = layout.numbers().get(layout.amounts().get(amount));
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
