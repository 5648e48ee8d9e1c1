package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What columns become before Weka sees them. Immutable; what it learns is in the next one.
 *
 * <ul>
 *   <li>A number becomes its distance from the running mean in running standard deviations, see
 *       {@link NumberEncoder}.
 *   <li>A boolean becomes 1 or 0, see {@link FlagEncoder}.
 *   <li>A timestamp becomes its hour of the day and its day of the week in UTC, see {@link
 *       TimestampEncoder}.
 *   <li>A text becomes the number it was given when it was first met, see {@link TextEncoder}.
 *   <li>A missing value stays missing.
 * </ul>
 */
final class FeatureEncoding {
  private final List<ColumnEncoder> encoders;

  private FeatureEncoding(List<ColumnEncoder> encoders) {
    this.encoders = List.copyOf(encoders);
  }

  /** An encoding that has seen nothing. */
  static FeatureEncoding initial(Schema features, Options options, CategoryCoding coding) {
    List<ColumnEncoder> encoders = new ArrayList<>();
    for (Field field : features.fields()) {
      encoders.add(
          switch (field.type()) {
            case INTEGER, DECIMAL -> NumberEncoder.INITIAL;
            case BOOLEAN -> new FlagEncoder();
            case TIMESTAMP -> new TimestampEncoder(coding);
            case TEXT -> TextEncoder.initial(options.textValues(), coding);
          });
    }
    return new FeatureEncoding(encoders);
  }

  /** This encoding, having seen these rows as well. */
  FeatureEncoding having(DataSet features) {
    return new FeatureEncoding(
        IntStream.range(0, encoders.size())
            .mapToObj(i -> encoders.get(i).having(features.column(i)))
            .toList());
  }

  /** For each attribute how many nominal values it has, 0 for a number. */
  List<Integer> attributes() {
    return encoders.stream().flatMap(encoder -> encoder.attributes().stream()).toList();
  }

  /** A way to fill rows from a table. */
  RowFiller over(DataSet features) {
    return new RowFiller(
        IntStream.range(0, encoders.size())
            .mapToObj(i -> encoders.get(i).over(features.column(i)))
            .toList());
  }

  /** A way to fill rows from a table with numbers as they are. */
  RowFiller unscaled(DataSet features) {
    return new RowFiller(
        IntStream.range(0, encoders.size())
            .mapToObj(i -> encoders.get(i).unscaled(features.column(i)))
            .toList());
  }

  /** Makes of such a row what {@link #over} makes of it now. */
  void scale(double[] row) {
    int at = 0;
    for (ColumnEncoder encoder : encoders) {
      encoder.scale(row, at);
      at += encoder.attributes().size();
    }
  }

  void write(DataOutput out) throws IOException {
    for (ColumnEncoder encoder : encoders) {
      encoder.write(out);
    }
  }

  /** Reads what was written by an encoding like this one. */
  FeatureEncoding read(StateInput in) throws StateFormatException {
    List<ColumnEncoder> read = new ArrayList<>();
    for (ColumnEncoder encoder : encoders) {
      read.add(encoder.read(in));
    }
    return new FeatureEncoding(read);
  }
}
