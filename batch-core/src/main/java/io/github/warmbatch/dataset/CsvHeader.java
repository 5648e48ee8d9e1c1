package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first row of a CSV file, which names the columns. */
final class CsvHeader {
  private CsvHeader() {}

  /**
   * Reads the names.
   *
   * @throws DatasetException when there is no header, or a name is empty or occurs twice
   */
  static List<String> read(CsvScanner scanner) {
    if (!scanner.nextRow()) {
      throw new DatasetException("holds no text but empty lines");
    }
    List<String> names = new ArrayList<>();
    boolean anyText = false;
    boolean anyValue = false;
    while (scanner.nextCell()) {
      @Nullable ColumnType type = CellText.typeOf(scanner.cell(), scanner.from(), scanner.to());
      anyText |= type == ColumnType.TEXT;
      anyValue |= type == ColumnType.DECIMAL || type == ColumnType.TIMESTAMP;
      names.add(scanner.string());
    }
    if (anyValue && !anyText) {
      throw new DatasetException(
          "the first line holds values (%s), not the names of the columns (put a header line before it)"
              .formatted(names.get(0)));
    }
    requireNames(names);
    return names;
  }

  private static void requireNames(List<String> names) {
    String first = names.get(0);
    if (names.size() == 1 && (first.contains(";") || first.contains("\t"))) {
      throw new DatasetException(
          "the header is one name, %s: columns must be separated by commas"
              .formatted(DatasetException.quoted(first)));
    }
    Set<String> met = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        throw new DatasetException(
            "column %d has no name in the header (pandas writes such a column for the index: to_csv(…, index=False))"
                .formatted(i + 1));
      }
      if (!met.add(names.get(i))) {
        throw new DatasetException(
            "the column name %s occurs twice in the header (or is the header line missing?)"
                .formatted(DatasetException.quoted(names.get(i))));
      }
    }
  }
}
