package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A number as its distance from the mean in standard deviations, both of all values so far, those
 * of the batch at hand included. From −10 to 10: what is farther counts as that far. While all
 * values are equal, the distance of an equal one is 0. Infinities and numbers from 1e100 on are no
 * measurements and count as missing; so does every value before there was one in training.
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
    int rows = column.rows();
    long n = 0;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double value = column.number(row);
      if (counts(value)) {
        n++;
        sum += value;
      }
    }
    if (n == 0) {
      return this;
    }
    double center = sum / n;
    double distances = 0;
    for (int row = 0; row < rows; row++) {
      double value = column.number(row);
      if (counts(value)) {
        distances += (value - center) * (value - center);
      }
    }
    return plus(n, center, distances);
  }

  private NumberEncoder plus(long n, double center, double distances) {
    long total = count + n;
    double apart = center - mean;
    return new NumberEncoder(
        total,
        mean + apart * n / total,
        squares + distances + apart * apart * ((double) count * n / total));
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
    double deviation = Math.sqrt(squares / count);
    return (row, target, at) -> {
      double value = column.number(row);
      target[at] = counts(value) ? distance(value - mean, deviation) : Double.NaN;
      return at + 1;
    };
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
