package io.github.warmbatch.training;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.dataset.TextColumn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rows with a pattern to learn: large amounts, and those of kind {@code gold}, tend to be of class
 * {@code 1}. A column of each type; the arrays may be written to before a table is made of them.
 */
public final class SampleRows {
  /** The columns. */
  public static final Schema FEATURES =
      Schema.of(
          List.of(
              new Field("amount", ColumnType.DECIMAL),
              new Field("count", ColumnType.INTEGER),
              new Field("member", ColumnType.BOOLEAN),
              new Field("at", ColumnType.TIMESTAMP),
              new Field("kind", ColumnType.TEXT)));

  /** The two classes of the pattern. */
  public static final LabelClasses CLASSES = new LabelClasses(List.of("0", "1"));

  /** The kinds that occur; {@link #GOLD} is one of them. */
  public static final List<String> KINDS = List.of("plain", "silver", "gold");

  /** The number of the kind that matters. */
  public static final int GOLD = 2;

  private static final long START = 1_522_540_800_000_000_000L;
  private static final long MINUTE = 60_000_000_000L;

  final double[] amount;
  final long[] count;
  final BitSet countMissing = new BitSet();
  final long[] member;
  final long[] at;
  final int[] kind;
  final int[] labels;
  List<String> kinds = KINDS;

  private SampleRows(int rows) {
    amount = new double[rows];
    count = new long[rows];
    member = new long[rows];
    at = new long[rows];
    kind = new int[rows];
    labels = new int[rows];
  }

  /** So many rows, the same for the same seed. */
  public static SampleRows of(int rows, long seed) {
    Random random = new Random(seed);
    SampleRows sample = new SampleRows(rows);
    for (int row = 0; row < rows; row++) {
      double standard = random.nextGaussian();
      sample.amount[row] = 50 + 20 * standard;
      sample.count[row] = random.nextInt(5);
      sample.member[row] = random.nextInt(2);
      sample.at[row] = START + (seed * 10_000 + row) * MINUTE;
      sample.kind[row] = random.nextInt(3);
      double sign = 2 * standard + (sample.kind[row] == GOLD ? 2 : 0) + 0.3 * random.nextGaussian();
      sample.labels[row] = sign > 1.5 ? 1 : 0;
    }
    return sample;
  }

  /** Some batches of so many rows. */
  public static List<Batch> batches(int howMany, int rows) {
    return java.util.stream.IntStream.rangeClosed(1, howMany)
        .mapToObj(seed -> of(rows, seed).batch())
        .toList();
  }

  /** A specification for these columns. */
  public static TrainingSpec spec(WarmStartTrainer<?> trainer) {
    return spec(trainer, FEATURES);
  }

  /** A specification for other columns. */
  public static TrainingSpec spec(WarmStartTrainer<?> trainer, Schema features) {
    return new TrainingSpec(
        features,
        new ModelSpec(trainer.info(), "label", List.of(), List.of(), List.of(), List.of(), 7));
  }

  /** The table. */
  public DataSet features() {
    return new DataSet(labels.length, columns());
  }

  List<Column> columns() {
    List<Field> fields = FEATURES.fields();
    return List.of(
        new DoubleColumn(fields.get(0), amount),
        new LongColumn(fields.get(1), count, countMissing),
        new LongColumn(fields.get(2), member),
        new LongColumn(fields.get(3), at),
        new TextColumn(fields.get(4), kind, kinds));
  }

  /** The table with its labels. */
  public Batch batch() {
    return batch(CLASSES);
  }

  /** The table with its labels, among more classes. */
  public Batch batch(LabelClasses classes) {
    return new Batch(features(), labels, classes);
  }

  /** All that can be changed, as a text to compare. */
  String fingerprint() {
    return Map.of(
            "amount", Arrays.toString(amount),
            "count", Arrays.toString(count) + countMissing,
            "member", Arrays.toString(member),
            "at", Arrays.toString(at),
            "kind", Arrays.toString(kind),
            "labels", Arrays.toString(labels))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .toList()
        .toString();
  }
}
