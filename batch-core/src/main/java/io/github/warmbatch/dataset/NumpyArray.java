package io.github.warmbatch.dataset;

/** An array of one or two dimensions; the second one, or the only one, runs along the rows. */
final class NumpyArray implements PandasValues {
  private final NumpyDtype dtype;
  private final int columns;
  private final int rows;
  private final boolean fortran;
  private final Object data;

  private NumpyArray(NumpyDtype dtype, PickleTuple shape, boolean fortran, Object data) {
    if (shape.size() < 1 || shape.size() > 2) {
      throw new DatasetException(
          "the pickle has an array of %d dimensions, and a table's have 1 or 2"
              .formatted(shape.size()));
    }
    this.dtype = dtype;
    this.columns = shape.size() == 1 ? 1 : Kinds.size(shape.get(0), "a number of columns");
    this.rows = Kinds.size(shape.last(), "a number of rows");
    this.fortran = fortran;
    this.data = checked(data);
  }

  /** Whether a value of a pickle is an array. */
  static boolean isArray(Object value) {
    return value instanceof PickleObject object
        && (object.isOf(PickleGlobal.ARRAY) || object.isOf(PickleGlobal.ARRAY_OF_BUFFER));
  }

  /**
   * The array that a pickle describes.
   *
   * @throws DatasetException when it is none, or its items are not as many as its shape says
   */
  static NumpyArray of(Object value) {
    if (value instanceof PickleObject object && object.isOf(PickleGlobal.ARRAY_OF_BUFFER)) {
      PickleTuple parts = object.arguments();
      return new NumpyArray(
          NumpyDtype.of(parts.get(1)),
          Kinds.require(parts.get(2), PickleTuple.class, "the shape of an array"),
          isFortran(parts.get(3)),
          parts.get(0));
    }
    PickleTuple state =
        PickleObject.require(value, PickleGlobal.ARRAY, "an array").state(PickleTuple.class);
    return new NumpyArray(
        NumpyDtype.of(state.get(2)),
        Kinds.require(state.get(1), PickleTuple.class, "the shape of an array"),
        Boolean.TRUE.equals(state.get(3)),
        state.get(4));
  }

  /** A single item, as NumPy's scalars are written. */
  static NumpyArray ofScalar(PickleObject scalar) {
    PickleTuple parts = scalar.arguments();
    return new NumpyArray(
        NumpyDtype.of(parts.get(0)), new PickleTuple(1L), false, PickleBytes.of(parts.get(1)));
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  /** Whether the items are objects of Python's. */
  boolean isObject() {
    return dtype.isObject();
  }

  /** The items of an array of objects. */
  PickleList objects() {
    return Kinds.require(data, PickleList.class, "objects");
  }

  @Override
  public Column column(String name, int index) {
    if (data instanceof PickleList list) {
      // Objects are listed row by row of the array, whatever its order in memory was.
      return ObjectCells.column(name, list, index * rows, rows);
    }
    NumpyItems items = new NumpyItems(dtype, (PickleBytes) data, rows);
    return fortran ? items.column(name, index, columns) : items.column(name, index * rows, 1);
  }

  private Object checked(Object items) {
    long wanted = (long) columns * rows;
    Object found = dtype.isObject() ? items : PickleBytes.of(items);
    long size;
    if (dtype.isObject()) {
      size = Kinds.require(items, PickleList.class, "the items of an array").size();
    } else {
      size = ((PickleBytes) found).length();
      wanted *= dtype.size();
    }
    if (size != wanted) {
      throw new DatasetException(
          "the pickle has an array of %d × %d items with content for another size (damaged?)"
              .formatted(columns, rows));
    }
    return found;
  }

  private static boolean isFortran(Object order) {
    boolean fortran = "F".equals(order);
    if (!fortran && !"C".equals(order)) {
      throw new DatasetException("the pickle has an array in neither C nor Fortran order");
    }
    return fortran;
  }

  @Override
  public String toString() {
    return "an array";
  }
}
