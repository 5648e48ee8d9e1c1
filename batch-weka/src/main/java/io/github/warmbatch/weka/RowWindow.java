package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest rows. */
final class RowWindow implements RowMemory {
  private final ModelShape shape;
  private final int capacity;
  private final Deque<double[]> rows = new ArrayDeque<>();

  RowWindow(ModelShape shape, int capacity) {
    this.shape = shape;
    this.capacity = capacity;
  }

  @Override
  public void add(double[] row) {
    rows.addLast(row.clone());
    if (rows.size() > capacity) {
      rows.removeFirst();
    }
  }

  @Override
  public List<double[]> rows() {
    return List.copyOf(rows);
  }

  @Override
  public double worth(int label) {
    return 1;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(rows.size());
    for (double[] row : rows) {
      StateOutput.row(out, row);
    }
  }

  @Override
  public void read(StateInput in) throws StateFormatException {
    int size = in.count("a number of rows", capacity);
    for (int i = 0; i < size; i++) {
      rows.addLast(in.row(shape));
    }
  }
}
