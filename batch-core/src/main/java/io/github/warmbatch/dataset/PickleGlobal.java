package io.github.warmbatch.dataset;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that the pickle of a table may contain. They are words, nothing more: nothing is loaded
 * or called by them. A pickle with any other name is refused.
 */
enum PickleGlobal {
  DATA_FRAME("pandas.core.frame DataFrame", "pandas DataFrame"),
  BLOCK_MANAGER(
      "pandas.core.internals.managers BlockManager", "pandas.core.internals BlockManager"),
  NEW_BLOCK("pandas.core.internals.blocks new_block"),
  UNPICKLE_BLOCK("pandas._libs.internals _unpickle_block"),
  PARTIAL("functools partial"),
  SLICE("builtins slice", "__builtin__ slice"),
  ENCODE("_codecs encode"),
  BYTES("builtins bytes", "__builtin__ bytes"),
  ARRAY("numpy.core.multiarray _reconstruct", "numpy._core.multiarray _reconstruct"),
  ARRAY_OF_BUFFER("numpy.core.numeric _frombuffer", "numpy._core.numeric _frombuffer"),
  ARRAY_CLASS("numpy ndarray"),
  DTYPE("numpy dtype"),
  SCALAR("numpy.core.multiarray scalar", "numpy._core.multiarray scalar"),
  BACKED_ARRAY("pandas._libs.arrays __pyx_unpickle_NDArrayBacked"),
  PLAIN_ARRAY_CLASS(
      "pandas.core.arrays.datetimes DatetimeArray",
      "pandas.core.arrays.timedeltas TimedeltaArray",
      "pandas.core.arrays.string_ StringArray",
      "pandas.core.arrays.string_ StringArrayNumpySemantics",
      "pandas.core.arrays.numpy_ PandasArray",
      "pandas.core.arrays.numpy_ NumpyExtensionArray"),
  CATEGORICAL_CLASS("pandas.core.arrays.categorical Categorical"),
  MASKED_ARRAY(
      "pandas.core.arrays.integer IntegerArray",
      "pandas.core.arrays.floating FloatingArray",
      "pandas.core.arrays.boolean BooleanArray"),
  CATEGORICAL_TYPE("pandas.core.dtypes.dtypes CategoricalDtype"),
  NEW_INDEX("pandas.core.indexes.base _new_Index"),
  NEW_DATETIME_INDEX("pandas.core.indexes.datetimes _new_DatetimeIndex"),
  INDEX_CLASS(
      "pandas.core.indexes.base Index",
      "pandas.core.indexes.numeric Int64Index",
      "pandas.core.indexes.numeric UInt64Index",
      "pandas.core.indexes.numeric Float64Index",
      "pandas.core.indexes.datetimes DatetimeIndex",
      "pandas.core.indexes.timedeltas TimedeltaIndex",
      "pandas.core.indexes.category CategoricalIndex",
      "pandas.core.indexes.multi MultiIndex",
      "pandas Index",
      "pandas DatetimeIndex",
      "pandas TimedeltaIndex",
      "pandas CategoricalIndex",
      "pandas MultiIndex"),
  RANGE_INDEX_CLASS("pandas.core.indexes.range RangeIndex", "pandas RangeIndex"),
  TIMESTAMP("pandas._libs.tslibs.timestamps _unpickle_timestamp"),
  DATETIME("datetime datetime"),
  DATE("datetime date"),
  DECIMAL("decimal Decimal"),
  NOT_A_TIME(
      "pandas._libs.tslibs.nattype __nat_unpickle", "pandas._libs.tslibs.nattype _nat_unpickle"),
  NOT_AVAILABLE("pandas._libs.missing NA"),
  TIME_ZONE("datetime timezone", "datetime timedelta", "pytz _UTC", "pytz _p", "pytz _FixedOffset"),
  NAMED_TIME_ZONE("zoneinfo ZoneInfo._unpickle"),
  UNUSED(
      "pandas.core.dtypes.dtypes DatetimeTZDtype",
      "pandas.core.arrays.string_ StringDtype",
      "pandas.core.arrays.boolean BooleanDtype",
      "pandas.core.arrays.floating Float32Dtype",
      "pandas.core.arrays.floating Float64Dtype",
      "pandas.core.arrays.integer Int8Dtype",
      "pandas.core.arrays.integer Int16Dtype",
      "pandas.core.arrays.integer Int32Dtype",
      "pandas.core.arrays.integer Int64Dtype",
      "pandas.core.arrays.integer UInt8Dtype",
      "pandas.core.arrays.integer UInt16Dtype",
      "pandas.core.arrays.integer UInt32Dtype",
      "pandas.core.arrays.integer UInt64Dtype",
      "pandas.core.indexes.frozen FrozenList",
      "pandas._libs.tslibs.offsets Day",
      "pandas._libs.tslibs.offsets Hour",
      "pandas._libs.tslibs.offsets Minute",
      "pandas._libs.tslibs.offsets Second",
      "pandas._libs.tslibs.offsets Milli",
      "pandas._libs.tslibs.offsets Micro",
      "pandas._libs.tslibs.offsets Nano");

  private static final Map<String, PickleGlobal> BY_NAME = new HashMap<>();

  static {
    for (PickleGlobal global : values()) {
      for (String name : global.names.split(",", -1)) {
        BY_NAME.put(name, global);
      }
    }
  }

  /** Modules and names, each pair with a space in between, commas between pairs. */
  private final String names;

  PickleGlobal(String... names) {
    this.names = String.join(",", names);
  }

  /**
   * The global of a module and a name.
   *
   * @throws DatasetException when it has no business in a table
   */
  static PickleGlobal of(String module, String name) {
    PickleGlobal known = BY_NAME.get(module + " " + name);
    if (known == null) {
      String asked = DatasetException.shown(module + "." + name);
      throw new DatasetException(
          "the pickle asks for %s, which is not part of a pandas table; only DataFrames are read"
              .formatted(asked));
    }
    return known;
  }

  @Override
  public String toString() {
    return names.split(",", 2)[0].replace(' ', '.');
  }
}
