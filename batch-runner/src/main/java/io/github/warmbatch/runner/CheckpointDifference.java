package io.github.warmbatch.runner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties in which two decisions differ; those that no two have in common are left out. */
final class CheckpointDifference {
  /** Characters of a cell; a digest has as many. */
  private static final int WIDEST = 64;

  private static final Set<String> ALWAYS_DIFFERENT =
      Set.of("number", "attempt", "sha256", "parentSha256", "stateFile.file", "stateFile.sha256");

  private final Map<String, @Nullable Object> one = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> other = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  CheckpointDifference(ManifestView one, ManifestView other) {
    flatten("", one.full(), this.one);
    flatten("", other.full(), this.other);
    Set<String> all = new LinkedHashSet<>(this.one.keySet());
    all.addAll(this.other.keySet());
    for (String name : all) {
      boolean differs = !Objects.equals(this.one.get(name), this.other.get(name));
      if (differs && !ALWAYS_DIFFERENT.contains(name)) {
        names.add(name);
      }
    }
  }

  /** For programs: the name of each property, and its value in both. */
  List<Map<String, @Nullable Object>> fields() {
    List<Map<String, @Nullable Object>> fields = new ArrayList<>();
    for (String name : names) {
      Map<String, @Nullable Object> field = new LinkedHashMap<>();
      field.put("field", name);
      field.put("a", one.get(name));
      field.put("b", other.get(name));
      fields.add(field);
    }
    return fields;
  }

  /** For people. */
  TextTable table(long a, long b) {
    TextTable table = new TextTable("", Long.toString(a), Long.toString(b));
    for (String name : names) {
      table.add(name, shown(one.get(name)), shown(other.get(name)));
    }
    return table;
  }

  /** What fits into a column: a curve is for {@code --json} and for the report. */
  private static Object shown(@Nullable Object value) {
    if (value instanceof Collection<?> many && many.toString().length() > WIDEST) {
      return many.size() + " values";
    }
    return value == null ? "-" : value;
  }

  private static void flatten(String prefix, Map<?, ?> fields, Map<String, @Nullable Object> flat) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            flatten(prefix + name + ".", inner, flat);
          } else {
            flat.put(prefix + name, value);
          }
        });
  }
}
