package io.github.warmbatch.weka;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * What goes into a model and what comes out. Weka sees names of ours ({@code f0}, {@code c0})
 * alone, never a column's or a class's.
 *
 * @param attributes for each attribute how many nominal values it has, 0 for a number
 * @param classes how many classes there are
 * @param rows how many rows were learned before
 * @param seed of whatever is random
 */
record ModelShape(List<Integer> attributes, int classes, long rows, long seed) {

  ModelShape {
    attributes = List.copyOf(attributes);
  }

  /** Weka's description of rows of this shape. */
  Instances header() {
    return header(classes);
  }

  /** Weka's description of rows of this shape, with so many classes. */
  Instances header(int classCount) {
    ArrayList<Attribute> all = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      int values = attributes.get(i);
      all.add(
          values == 0
              ? new Attribute("f" + i)
              : new Attribute("f" + i, names(value -> "v" + value, values)));
    }
    all.add(new Attribute("class", names(ClassNames::name, classCount)));
    Instances header = new Instances("rows", all, 0);
    header.setClassIndex(attributes.size());
    return header;
  }

  private static List<String> names(IntFunction<String> naming, int count) {
    return IntStream.range(0, count).mapToObj(naming).toList();
  }
}
