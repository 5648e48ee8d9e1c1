package io.github.warmbatch.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of a DataFrame's columns. */
final class PandasNames {
  private PandasNames() {}

  /**
   * The names on the axis of the columns.
   *
   * @throws DatasetException when they are not text, or one occurs twice
   */
  static List<String> of(Object axis) {
    PickleObject index = PickleObject.require(axis, PickleGlobal.NEW_INDEX, "names of columns");
    if (index.arguments().get(0) == PickleGlobal.RANGE_INDEX_CLASS) {
      throw numbered();
    }
    PickleDict parts =
        Kinds.require(index.arguments().get(1), PickleDict.class, "the parts of an index");
    if (parts.find("data") == null) {
      throw new DatasetException(
          "the columns have names of several levels (df.columns = df.columns.map('_'.join))");
    }
    NumpyArray array = PandasValues.plain(index);
    if (!array.isObject()) {
      throw numbered();
    }
    PickleList objects = array.objects();
    List<String> names = new ArrayList<>(objects.size());
    Set<String> met = new HashSet<>();
    for (int i = 0; i < objects.size(); i++) {
      String name = name(objects.get(i), i);
      if (!met.add(name)) {
        throw new DatasetException(
            "the column name %s occurs twice".formatted(DatasetException.quoted(name)));
      }
      names.add(name);
    }
    return names;
  }

  private static String name(Object name, int position) {
    if (name instanceof String text) {
      return text;
    }
    throw new DatasetException(
        "column %d has %s as its name, which is not text (df.columns = df.columns.astype(str))"
            .formatted(position + 1, Kinds.of(name)));
  }

  private static DatasetException numbered() {
    return new DatasetException(
        "the columns are numbered and have no names (df.columns = df.columns.astype(str))");
  }
}
