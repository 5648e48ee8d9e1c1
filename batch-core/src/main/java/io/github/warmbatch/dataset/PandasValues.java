package io.github.warmbatch.dataset;

/** The values of some columns of a table, as pandas keeps columns of one type together. */
sealed interface PandasValues permits NumpyArray, MaskedValues, CategoricalValues {

  /** How many columns there are. */
  int columns();

  /** How many rows there are. */
  int rows();

  /** One of the columns, under a name. */
  Column column(String name, int index);

  /**
   * The values that a pickle describes.
   *
   * @throws DatasetException when they are of a kind that is not read
   */
  static PandasValues of(Object value) {
    Object inner = unwrapped(value);
    if (inner instanceof PickleObject object) {
      if (object.isOf(PickleGlobal.MASKED_ARRAY)) {
        return MaskedValues.of(object);
      }
      if (isCategorical(object)) {
        return CategoricalValues.of(object);
      }
    }
    return plain(inner);
  }

  /** The values of a plain array, with or without a wrapper of pandas' around it. */
  static NumpyArray plain(Object value) {
    Object inner = unwrapped(value);
    if (inner instanceof PickleObject object) {
      if (object.isOf(PickleGlobal.BACKED_ARRAY)
          && object.arguments().get(0) == PickleGlobal.PLAIN_ARRAY_CLASS) {
        return NumpyArray.of(backing(object));
      }
      if (object.isOf(PickleGlobal.PLAIN_ARRAY_CLASS)) {
        PickleDict state = object.state(PickleDict.class);
        Object data = state.find("_data");
        return NumpyArray.of(data == null ? state.get("_ndarray") : data);
      }
    }
    return NumpyArray.of(inner);
  }

  /** The array among the three parts of an array that pandas wraps, whichever comes first. */
  static Object backing(PickleObject wrapper) {
    PickleTuple state = wrapper.state(PickleTuple.class);
    return NumpyArray.isArray(state.get(0)) ? state.get(0) : state.get(1);
  }

  private static boolean isCategorical(PickleObject object) {
    return object.isOf(PickleGlobal.CATEGORICAL_CLASS)
        || (object.isOf(PickleGlobal.BACKED_ARRAY)
            && object.arguments().get(0) == PickleGlobal.CATEGORICAL_CLASS);
  }

  /** Takes the data out of an index, once: an index in an index is not taken apart. */
  private static Object unwrapped(Object value) {
    boolean index =
        value instanceof PickleObject object
            && (object.isOf(PickleGlobal.NEW_INDEX)
                || object.isOf(PickleGlobal.NEW_DATETIME_INDEX));
    if (!index) {
      return value;
    }
    Object parts = ((PickleObject) value).arguments().get(1);
    return Kinds.require(parts, PickleDict.class, "the parts of an index").get("data");
  }
}
