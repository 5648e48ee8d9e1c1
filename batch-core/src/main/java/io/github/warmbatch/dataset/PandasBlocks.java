package io.github.warmbatch.dataset;

/** The blocks of a DataFrame, in either of the two layouts that versions of pandas write. */
final class PandasBlocks {
  /** The name of the older layout, which is that of the version of pandas that began it. */
  private static final String OLDER_LAYOUT = "0.14.1";

  private final PickleTuple values;
  private final PickleTuple placements;
  private final Object columnAxis;

  private PandasBlocks(PickleTuple values, PickleTuple placements, PickleList axes) {
    if (axes.size() != 2) {
      throw new DatasetException(
          "the pickle has %d axes, and a table has 2".formatted(axes.size()));
    }
    this.values = values;
    this.placements = placements;
    this.columnAxis = axes.get(0);
  }

  /** The blocks of a block manager. */
  static PandasBlocks of(Object value) {
    PickleObject manager =
        PickleObject.require(value, PickleGlobal.BLOCK_MANAGER, "the blocks of a table");
    return manager.arguments().size() >= 2 ? newer(manager) : older(manager);
  }

  private static PandasBlocks newer(PickleObject manager) {
    PickleTuple blocks =
        Kinds.require(manager.arguments().get(0), PickleTuple.class, "blocks of a table");
    Object[] values = new Object[blocks.size()];
    Object[] placements = new Object[blocks.size()];
    for (int i = 0; i < values.length; i++) {
      PickleObject block = Kinds.require(blocks.get(i), PickleObject.class, "a block of a table");
      if (!block.isOf(PickleGlobal.UNPICKLE_BLOCK) && !block.isOf(PickleGlobal.NEW_BLOCK)) {
        throw new DatasetException("the pickle has %s as a block of a table".formatted(block));
      }
      values[i] = block.arguments().get(0);
      placements[i] = block.arguments().get(1);
    }
    return new PandasBlocks(
        new PickleTuple(values), new PickleTuple(placements), axes(manager.arguments().get(1)));
  }

  private static PandasBlocks older(PickleObject manager) {
    PickleDict layouts =
        Kinds.require(
            manager.state(PickleTuple.class).get(3), PickleDict.class, "the layouts of a table");
    PickleDict layout =
        Kinds.require(layouts.get(OLDER_LAYOUT), PickleDict.class, "the layout of a table");
    PickleList blocks =
        Kinds.require(layout.get("blocks"), PickleList.class, "the blocks of a table");
    Object[] values = new Object[blocks.size()];
    Object[] placements = new Object[blocks.size()];
    for (int i = 0; i < values.length; i++) {
      PickleDict block = Kinds.require(blocks.get(i), PickleDict.class, "a block of a table");
      values[i] = block.get("values");
      placements[i] = block.get("mgr_locs");
    }
    return new PandasBlocks(
        new PickleTuple(values), new PickleTuple(placements), axes(layout.get("axes")));
  }

  private static PickleList axes(Object axes) {
    return Kinds.require(axes, PickleList.class, "the axes of a table");
  }

  int size() {
    return values.size();
  }

  Object values(int block) {
    return values.get(block);
  }

  Object placement(int block) {
    return placements.get(block);
  }

  Object columnAxis() {
    return columnAxis;
  }
}
