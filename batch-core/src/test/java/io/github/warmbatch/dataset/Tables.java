package io.github.warmbatch.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables for the tests of this package, and what stands in them. */
final class Tables {
  private Tables() {}

  static DatasetFile fixture(String name) {
    try (InputStream in = Tables.class.getResourceAsStream("pickles/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("No fixture " + name);
      }
      return new DatasetFile(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DatasetFile csv(String text) {
    return new DatasetFile("table.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The column's name, type and values, "-" being a missing one. */
  static String show(DataSet table, String name) {
    Column column = column(table, name);
    List<String> values = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      values.add(column.isMissing(row) ? "-" : column.text(row));
    }
    return column.field().type() + " " + String.join(" ", values);
  }

  static Column column(DataSet table, String name) {
    return table
        .column(name)
        .orElseThrow(() -> new AssertionError("No column " + name + " in " + table.schema()));
  }
}
