package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number as its distance from the mean in standard deviations, both of all values so far, those
 * of the batch at hand included. From −10 to 10: what is farther counts as that far. While all
 * values are equal, the distance of an equal one is 0. Infinities and numbers from 1e100 on are no
 * measurements and count as missing; so does every value before there was one in training.
 *
 * <p>A value that is absurd but finite moves mean and deviation only as much as one at the {@link
 * Fence} around what most values are like. Those of whichever is larger, the batch or all before
 * it, tell what that is, so that a few odd rows at the very beginning are got over, too.
 *
 * <p>Batches are merged as in Chan, Golub and LeVeque, <a
 * href="https://doi.org/10.1080/00031305.1983.10483115">Algorithms for computing the sample
 * variance</a>, 1983.
 *
 * @param count how many values there were
 * @param mean their mean
 * @param squares the sum of their squared distances from it
 */
record NumberEncoder(long count, double mean, double squares) implements ColumnEncoder {
  /** One that has seen nothing. */
  static final NumberEncoder INITIAL = new NumberEncoder(0, 0, 0);

  private static final double FARTHEST = 10;
  private static final double LARGEST = 1e100;

  @Override
  public NumberEncoder having(Column column) {
    double[] values =
        IntStream.range(0, column.rows())
            .mapToDouble(column::number)
            .filter(NumberEncoder::counts)
            .toArray();
    if (values.length == 0) {
      return this;
    }
    if (values.length <= count && squares > 0) {
      return plus(Fence.around(mean, deviation()).within(values));
    }
    Fence fence = Fence.around(values);
    return (values.length > count ? within(fence) : this).plus(fence.within(values));
  }

  /** As though what was seen before had been within. */
  private NumberEncoder within(Fence fence) {
    return new NumberEncoder(count, fence.within(mean), Math.min(squares, fence.squares(count)));
  }

  private NumberEncoder plus(double[] values) {
    double center = Arrays.stream(values).sum() / values.length;
    double distances = Arrays.stream(values).map(v -> (v - center) * (v - center)).sum();
    long total = count + values.length;
    double apart = center - mean;
    return new NumberEncoder(
        total,
        mean + apart * values.length / total,
        squares + distances + apart * apart * ((double) count * values.length / total));
  }

  private double deviation() {
    return Math.sqrt(squares / count);
  }

  private static boolean counts(double value) {
    return Math.abs(value) < LARGEST;
  }

  @Override
  public List<Integer> attributes() {
    return List.of(0);
  }

  @Override
  public ColumnFiller over(Column column) {
    return (row, target, at) -> {
      target[at] = column.number(row);
      scale(target, at);
      return at + 1;
    };
  }

  @Override
  public ColumnFiller unscaled(Column column) {
    return (row, target, at) -> {
      double value = column.number(row);
      target[at] = counts(value) ? value : Double.NaN;
      return at + 1;
    };
  }

  @Override
  public void scale(double[] row, int at) {
    row[at] = counts(row[at]) ? distance(row[at] - mean, deviation()) : Double.NaN;
  }

  private static double distance(double difference, double deviation) {
    double distance = difference == 0 && deviation == 0 ? 0 : difference / deviation;
    return Math.max(-FARTHEST, Math.min(FARTHEST, distance));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(count);
    StateOutput.finite(out, "a mean", mean);
    StateOutput.finite(out, "a variance", squares);
  }

  @Override
  public NumberEncoder read(StateInput in) throws StateFormatException {
    return new NumberEncoder(in.amount("a count"), in.finite("a mean"), in.weight("a variance"));
  }
}
