package io.github.warmbatch.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ordered columns of a table. Names are unique. Immutable. */
public final class Schema {
  private final List<Field> fields;
  private final Map<String, Integer> positions;

  private Schema(List<Field> fields) {
    this.fields = List.copyOf(fields);
    this.positions = new HashMap<>();
    for (int i = 0; i < this.fields.size(); i++) {
      String name = this.fields.get(i).name();
      if (positions.put(name, i) != null) {
        throw new IllegalArgumentException("Column '" + name + "' occurs twice");
      }
    }
  }

  /**
   * A schema of these columns in this order.
   *
   * @throws IllegalArgumentException when a name occurs twice
   */
  public static Schema of(List<Field> fields) {
    return new Schema(fields);
  }

  /** The columns in order. */
  public List<Field> fields() {
    return fields;
  }

  /** How many columns there are. */
  public int size() {
    return fields.size();
  }

  /** The position of the named column, or -1. */
  public int indexOf(String name) {
    return positions.getOrDefault(name, -1);
  }

  /** The names in order. */
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
