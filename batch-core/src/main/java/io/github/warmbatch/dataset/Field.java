package io.github.warmbatch.dataset;

import java.util.Objects;

/**
 * Name and type of one column.
 *
 * @param name the column's name as the file spells it, compared exactly
 * @param type what its values mean
 */
public record Field(String name, ColumnType type) {
  public Field {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public String toString() {
    return name + " " + type;
  }
}
