package io.github.warmbatch.dataset;

import java.util.Arrays;
import java.util.BitSet;

/** One column whose values are kept as the numbers of categories; -1 is missing. */
record CategoricalValues(NumpyArray codes, NumpyArray categories) implements PandasValues {

  /** The values that a pickle describes. */
  static CategoricalValues of(PickleObject object) {
    Object codes;
    Object type;
    if (object.isOf(PickleGlobal.BACKED_ARRAY)) {
      codes = PandasValues.backing(object);
      PickleTuple state = object.state(PickleTuple.class);
      type = NumpyArray.isArray(state.get(0)) ? state.get(1) : state.get(0);
    } else {
      codes = object.state(PickleDict.class).get("_codes");
      type = object.state(PickleDict.class).get("_dtype");
    }
    PickleDict parts =
        PickleObject.require(type, PickleGlobal.CATEGORICAL_TYPE, "the categories of a column")
            .state(PickleDict.class);
    return new CategoricalValues(NumpyArray.of(codes), PandasValues.plain(parts.get("categories")));
  }

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public int rows() {
    return codes.rows();
  }

  @Override
  public Column column(String name, int index) {
    int[] numbers = numbers(name);
    Column values = categories.column(name, 0);
    if (values instanceof TextColumn text) {
      return texts(text, numbers);
    }
    return values instanceof LongColumn whole ? wholes(whole, numbers) : decimals(values, numbers);
  }

  private int[] numbers(String name) {
    Column column = codes.column(name, 0);
    int[] numbers = new int[rows()];
    for (int row = 0; row < numbers.length; row++) {
      double code = column.number(row);
      if (!(code >= -1 && code < categories.rows())) {
        throw new DatasetException(
            "column '%s' has no category %s, in row %d (damaged?)".formatted(name, code, row + 1));
      }
      numbers[row] = (int) code;
    }
    return numbers;
  }

  private static Column texts(TextColumn categories, int[] numbers) {
    int[] positions = new int[numbers.length];
    Arrays.setAll(positions, row -> numbers[row] < 0 ? -1 : categories.codes()[numbers[row]]);
    return new TextColumn(categories.field(), positions, categories.dictionary());
  }

  private static Column wholes(LongColumn categories, int[] numbers) {
    long[] values = new long[numbers.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      int number = numbers[row];
      missing.set(row, number < 0 || categories.isMissing(number));
      values[row] = number < 0 ? 0 : categories.values()[number];
    }
    return new LongColumn(categories.field(), values, missing);
  }

  private static Column decimals(Column categories, int[] numbers) {
    double[] values = new double[numbers.length];
    Arrays.setAll(values, row -> numbers[row] < 0 ? Double.NaN : categories.number(numbers[row]));
    return new DoubleColumn(categories.field(), values);
  }
}
