package io.github.warmbatch.dataset;

import java.util.BitSet;

/** One column of numbers or booleans with a second array that marks the missing ones. */
record MaskedValues(NumpyArray data, NumpyArray mask) implements PandasValues {

  /** The values that a pickle describes. */
  static MaskedValues of(PickleObject object) {
    PickleDict state = object.state(PickleDict.class);
    NumpyArray data = NumpyArray.of(state.get("_data"));
    NumpyArray mask = NumpyArray.of(state.get("_mask"));
    if (data.columns() != 1 || mask.columns() != 1 || data.rows() != mask.rows()) {
      throw new DatasetException("the pickle has a masked array whose parts do not fit (damaged?)");
    }
    return new MaskedValues(data, mask);
  }

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public int rows() {
    return data.rows();
  }

  @Override
  public Column column(String name, int index) {
    Column values = data.column(name, 0);
    Column marks = mask.column(name, 0);
    BitSet missing = new BitSet();
    for (int row = 0; row < rows(); row++) {
      missing.set(row, marks.number(row) == 1 || values.isMissing(row));
    }
    if (values instanceof LongColumn whole) {
      return new LongColumn(whole.field(), whole.values(), missing);
    }
    double[] decimals = new double[rows()];
    for (int row = 0; row < decimals.length; row++) {
      decimals[row] = missing.get(row) ? Double.NaN : values.number(row);
    }
    return new DoubleColumn(new Field(name, ColumnType.DECIMAL), decimals);
  }
}
