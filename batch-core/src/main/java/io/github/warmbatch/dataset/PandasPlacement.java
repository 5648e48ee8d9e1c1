package io.github.warmbatch.dataset;

/** Which columns of a table the columns of a block are. */
final class PandasPlacement {
  private PandasPlacement() {}

  /** The position of each of a block's columns, which nobody has looked at yet. */
  static long[] of(Object placement, int columns) {
    if (placement instanceof PickleObject slice && slice.isOf(PickleGlobal.SLICE)) {
      return slice(slice.arguments(), columns);
    }
    NumpyArray array = NumpyArray.of(placement);
    if (array.columns() != 1 || array.rows() != columns) {
      throw new DatasetException(
          "the pickle has places for %d columns and values for %d (damaged?)"
              .formatted(array.rows(), columns));
    }
    if (array.column("", 0) instanceof LongColumn positions) {
      return positions.values();
    }
    throw new DatasetException("the pickle has places of columns that are no numbers (damaged?)");
  }

  private static long[] slice(PickleTuple parts, int columns) {
    long start = Kinds.require(parts.get(0), Long.class, "the first column of a block");
    boolean single = parts.get(2) == PickleNone.NONE;
    long step = single ? 1 : Kinds.require(parts.get(2), Long.class, "a step between columns");
    long[] positions = new long[columns];
    for (int i = 0; i < columns; i++) {
      positions[i] = start + i * step;
    }
    return positions;
  }
}
