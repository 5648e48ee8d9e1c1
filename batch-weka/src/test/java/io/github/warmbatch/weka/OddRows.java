package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.SampleRows;
import java.util.ArrayList;
import java.util.List;

/** The sample's rows with some amounts replaced. */
final class OddRows {
  private OddRows() {}

  /** Rows of which many lie far away, and some have no amount. */
  static DataSet of(int rows) {
    double[] amounts = new double[rows];
    for (int row = 0; row < rows; row++) {
      amounts[row] = row % 3 == 0 ? Double.NaN : row % 3 == 1 ? 1e9 : -1e9;
    }
    return with(SampleRows.of(rows, 77).features(), amounts);
  }

  /** The batch, its rows of these numbers having this amount. */
  static Batch with(Batch batch, double amount, int... rows) {
    double[] amounts = ((DoubleColumn) batch.features().column(0)).values().clone();
    for (int row : rows) {
      amounts[row] = amount;
    }
    return new Batch(with(batch.features(), amounts), batch.labels(), batch.classes());
  }

  private static DataSet with(DataSet rows, double[] amounts) {
    List<Column> columns = new ArrayList<>();
    columns.add(new DoubleColumn(rows.column(0).field(), amounts));
    for (int i = 1; i < rows.schema().size(); i++) {
      columns.add(rows.column(i));
    }
    return new DataSet(rows.rows(), columns);
  }
}
