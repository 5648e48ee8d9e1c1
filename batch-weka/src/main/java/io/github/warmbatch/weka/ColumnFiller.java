package io.github.warmbatch.weka;

/** Puts a column's value into a row. */
interface ColumnFiller {

  /**
   * Writes the attributes of a row's value.
   *
   * @param at where the first one belongs
   * @return where the next column's first one belongs
   */
  int fill(int row, double[] target, int at);
}
