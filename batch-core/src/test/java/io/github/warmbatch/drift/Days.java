package io.github.warmbatch.drift;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.LongColumn;
import io.github.warmbatch.dataset.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Data sets that a test makes up, each compared with those before it. */
final class Days {
  private final List<DataProfile> newestFirst = new ArrayList<>();

  /** The next data set, of these columns; what of it is not as before. */
  List<DriftFinding> next(Column... columns) {
    DataProfile profile = profile(columns);
    List<DriftFinding> findings = DriftDetector.findings(profile, newestFirst, null, List.of());
    newestFirst.add(0, profile);
    return findings;
  }

  /** The names of the columns that the next data set is found to differ in. */
  List<String> names(Column... columns) {
    return next(columns).stream().map(DriftFinding::name).toList();
  }

  static DataProfile profile(Column... columns) {
    return DataProfile.of(new DataSet(columns[0].rows(), List.of(columns)));
  }

  static Column decimals(String name, int rows, DoubleSupplier value) {
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = value.getAsDouble();
    }
    return new DoubleColumn(new Field(name, ColumnType.DECIMAL), values);
  }

  static Column integers(String name, int rows, IntSupplier value) {
    long[] values = new long[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = value.getAsInt();
    }
    return new LongColumn(new Field(name, ColumnType.INTEGER), values);
  }

  static TextColumn texts(String name, int rows, Supplier<@Nullable String> value) {
    Map<String, Integer> dictionary = new LinkedHashMap<>();
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      String text = value.get();
      Integer code = text == null ? Integer.valueOf(-1) : dictionary.get(text);
      if (code == null) {
        code = dictionary.size();
        dictionary.put(text, code);
      }
      codes[row] = code;
    }
    Field field = new Field(name, ColumnType.TEXT);
    return new TextColumn(field, codes, new ArrayList<>(dictionary.keySet()));
  }
}
