package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * As many rows of each class as there is room for: a rare class is kept whole, the others share
 * what it leaves, and of each class any row that was ever learned is kept with the same chance.
 * What is drawn depends on the seed and on how many rows of the class came before, so not on how
 * rows were cut into batches.
 *
 * <p>Each row draws a number, and of each class the rows with the least numbers stay, as in Cohen
 * and Kaplan, <a href="https://doi.org/10.1145/1281100.1281133">Summarizing data using bottom-k
 * sketches</a>, 2007: where there are too many, the row with the greatest number of the class with
 * the most rows goes.
 */
final class BalancedReservoir implements RowMemory {
  private final ModelShape shape;
  private final int capacity;
  private final List<ClassSample> samples = new ArrayList<>();
  private int size;

  BalancedReservoir(ModelShape shape, int capacity) {
    this.shape = shape;
    this.capacity = capacity;
    for (int label = 0; label < shape.classes(); label++) {
      samples.add(new ClassSample(shape.seed() + label * 0x632BE59BD9B4E019L));
    }
  }

  @Override
  public void add(double[] row) {
    if (samples.get((int) row[row.length - 1]).offer(row)) {
      size++;
    }
    if (size > capacity) {
      largest().dropLast();
      size--;
    }
  }

  /** The last one where several are. */
  private ClassSample largest() {
    ClassSample largest = samples.get(0);
    for (ClassSample sample : samples) {
      largest = sample.rows().size() >= largest.rows().size() ? sample : largest;
    }
    return largest;
  }

  /** All classes mixed, by the numbers that were drawn. */
  @Override
  public List<double[]> rows() {
    return samples.stream()
        .flatMap(BalancedReservoir::entries)
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Stream<Map.Entry<Long, double[]>> entries(ClassSample sample) {
    return sample.rows().entrySet().stream();
  }

  @Override
  public double worth(int label) {
    ClassSample sample = samples.get(label);
    return sample.rows().isEmpty() ? 0 : (double) sample.seen() / sample.rows().size();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(samples.size());
    for (ClassSample sample : samples) {
      sample.write(out);
    }
  }

  @Override
  public void read(StateInput in) throws StateFormatException {
    int stored = in.whole("a number of classes", 0, samples.size());
    for (int label = 0; label < stored; label++) {
      samples.get(label).read(in, shape, label);
      size += samples.get(label).rows().size();
      if (size > capacity) {
        throw new StateFormatException("There are more than %d rows".formatted(capacity));
      }
    }
  }
}
