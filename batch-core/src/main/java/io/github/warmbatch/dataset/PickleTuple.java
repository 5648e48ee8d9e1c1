package io.github.warmbatch.dataset;

/** Some values in a row, as they stand in a pickle. */
final class PickleTuple {
  static final PickleTuple EMPTY = new PickleTuple();

  private final Object[] items;

  PickleTuple(Object... items) {
    this.items = items;
  }

  int size() {
    return items.length;
  }

  /**
   * An item.
   *
   * @throws DatasetException when there are not so many
   */
  Object get(int index) {
    if (index >= items.length) {
      throw new DatasetException(
          "the pickle has %d values where pandas writes more (is it a DataFrame?)"
              .formatted(items.length));
    }
    return items[index];
  }

  /** The last item. */
  Object last() {
    return get(Math.max(0, items.length - 1));
  }

  @Override
  public String toString() {
    return "a tuple";
  }
}
