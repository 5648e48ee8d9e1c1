package io.github.warmbatch.weka;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** How one of several things, by its number, comes to a classifier. */
enum CategoryCoding {
  /** As one nominal attribute. */
  NOMINAL,
  /** As an attribute for each thing, 1 where it is the row's and 0 elsewhere. */
  INDICATORS;

  /** What stands for no thing at all: a missing value, or 0 everywhere. */
  static final int NONE = -1;

  /** For each attribute how many nominal values it has. */
  List<Integer> attributes(int things) {
    return this == NOMINAL ? List.of(things) : Collections.nCopies(things, 2);
  }

  /**
   * Puts the things' numbers into rows.
   *
   * @param numbers for a row its thing, or {@link #NONE}
   */
  ColumnFiller filler(int things, IntUnaryOperator numbers) {
    if (this == NOMINAL) {
      return (row, target, at) -> {
        int number = numbers.applyAsInt(row);
        target[at] = number == NONE ? Double.NaN : number;
        return at + 1;
      };
    }
    return (row, target, at) -> {
      Arrays.fill(target, at, at + things, 0);
      int number = numbers.applyAsInt(row);
      if (number != NONE) {
        target[at + number] = 1;
      }
      return at + things;
    };
  }
}
