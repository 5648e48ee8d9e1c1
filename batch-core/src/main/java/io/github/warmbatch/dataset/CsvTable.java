package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV text in two passes: the first counts the rows and finds each column's type, the second
 * fills columns of exactly that size.
 */
final class CsvTable {
  private final byte[] text;
  private final int start;
  private final List<String> names;
  private final @Nullable ColumnType[] types;
  private int rows;
  private int from;
  private int to;

  private CsvTable(byte[] text) {
    this.text = text;
    this.start = CsvText.start(text);
    CsvScanner scanner = new CsvScanner(text, start);
    this.names = CsvHeader.read(scanner);
    this.types = new ColumnType[names.size()];
    findTypes(scanner);
  }

  /**
   * The table that the text holds.
   *
   * @throws DatasetException when it holds none
   */
  static DataSet parse(byte[] text) {
    return new CsvTable(text).fill();
  }

  private void findTypes(CsvScanner scanner) {
    while (scanner.nextRow()) {
      rows++;
      int line = scanner.line();
      int column = 0;
      while (scanner.nextCell()) {
        if (column < types.length && types[column] != ColumnType.TEXT) {
          trim(scanner);
          ColumnType type = CellText.typeOf(scanner.cell(), from, to);
          types[column] = CellText.common(types[column], type);
        }
        column++;
      }
      requireWidth(column, line);
    }
  }

  private void requireWidth(int found, int line) {
    if (found != types.length) {
      throw new DatasetException(
          "row %d (line %d) has %d values where the header names %d columns (a comma in a value needs quotes around it)"
              .formatted(rows, line, found, types.length));
    }
  }

  private DataSet fill() {
    CsvColumn[] cells = new CsvColumn[types.length];
    for (int i = 0; i < cells.length; i++) {
      ColumnType type = types[i];
      cells[i] = CsvColumn.of(type == null ? ColumnType.DECIMAL : type, rows);
    }
    CsvScanner scanner = new CsvScanner(text, start);
    skipHeader(scanner);
    for (int row = 0; row < rows && scanner.nextRow(); row++) {
      for (CsvColumn column : cells) {
        scanner.nextCell();
        trim(scanner);
        column.set(row, scanner.cell(), from, to);
      }
    }
    List<Column> columns = new ArrayList<>(cells.length);
    for (int i = 0; i < cells.length; i++) {
      columns.add(cells[i].build(names.get(i)));
    }
    return new DataSet(rows, columns);
  }

  private static void skipHeader(CsvScanner scanner) {
    scanner.nextRow();
    boolean more = scanner.nextCell();
    while (more) {
      more = scanner.nextCell();
    }
  }

  private void trim(CsvScanner scanner) {
    byte[] cell = scanner.cell();
    from = scanner.from();
    to = scanner.to();
    while (from < to && isBlank(cell[from])) {
      from++;
    }
    while (from < to && isBlank(cell[to - 1])) {
      to--;
    }
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }
}
