package io.github.warmbatch.report;

import java.util.List;
import java.util.stream.IntStream;

/** Lines of cells as aligned text. */
final class TextTable {
  private static final int WIDEST = 60;
  private static final String GAP = "  ";

  private TextTable() {}

  /** Text to the left, a column of figures (all that follows the third column) to the right. */
  static String align(List<List<String>> lines) {
    int[] widths =
        IntStream.range(0, lines.get(0).size())
            .map(
                column ->
                    lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .toArray();
    StringBuilder table = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        text.append(column == 0 ? "" : GAP).append(pad(line.get(column), column, widths));
      }
      table.append(text.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  private static String pad(String cell, int column, int[] widths) {
    String spaces = " ".repeat(widths[column] - cell.length());
    boolean isText = column == 1 || column == 2 || column == widths.length - 1;
    return isText ? cell + spaces : spaces + cell;
  }

  /** The end of a long text, which tells a path better than its beginning. */
  static String shorten(String text) {
    return text.length() <= WIDEST ? text : "..." + text.substring(text.length() - WIDEST + 3);
  }
}
