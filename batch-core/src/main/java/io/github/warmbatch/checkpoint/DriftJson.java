package io.github.warmbatch.checkpoint;

import io.github.warmbatch.drift.ColumnProfile;
import io.github.warmbatch.drift.DataProfile;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.drift.NumberProfile;
import io.github.warmbatch.drift.ValueProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a data set's profile is written, and what was found when it was compared. */
final class DriftJson {
  private DriftJson() {}

  static List<Map<String, @Nullable Object>> writeProfile(DataProfile profile) {
    List<Map<String, @Nullable Object>> columns = new ArrayList<>();
    profile.columns().forEach((name, column) -> columns.add(writeColumn(name, column)));
    return columns;
  }

  static @Nullable DataProfile readProfile(Fields fields, String name) {
    List<Column> columns = fields.objectsOrNull(name, DriftJson::readColumn);
    if (columns == null) {
      return null;
    }
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    for (Column column : columns) {
      if (profiles.put(column.name, column.profile) != null) {
        throw fields.wrong(name, "a list of different columns", column.name);
      }
    }
    return new DataProfile(profiles);
  }

  static List<Map<String, Object>> writeFindings(List<DriftFinding> findings) {
    return findings.stream().map(DriftJson::writeFinding).toList();
  }

  static List<DriftFinding> readFindings(Fields fields, String name) {
    return Objects.requireNonNullElse(
        fields.objectsOrNull(name, DriftJson::readFinding), List.of());
  }

  private record Column(String name, ColumnProfile profile) {}

  private static Map<String, @Nullable Object> writeColumn(String name, ColumnProfile profile) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    if (profile instanceof NumberProfile numbers) {
      fields.put("shift", numbers.shift());
      fields.put("bins", numbers.bins());
      fields.put("counts", numbers.counts());
    } else if (profile instanceof ValueProfile values) {
      fields.put("values", values.values());
      fields.put("counts", values.counts());
      fields.put("others", values.others());
      fields.put("mostOther", values.mostOther());
    }
    fields.put("missing", profile.missing());
    return fields;
  }

  private static Column readColumn(Fields fields) {
    List<String> values = fields.textsOrNull("values");
    try {
      ColumnProfile profile = values == null ? readNumbers(fields) : readValues(fields, values);
      return new Column(fields.text("name"), profile);
    } catch (IllegalArgumentException e) {
      throw fields.wrong("counts", "a column's", String.valueOf(e.getMessage()));
    }
  }

  private static NumberProfile readNumbers(Fields fields) {
    long shift = fields.whole("shift");
    return new NumberProfile(
        (int) Math.min(Math.max(shift, -1), Integer.MAX_VALUE),
        fields.wholes("bins"),
        fields.wholes("counts"),
        fields.whole("missing"));
  }

  private static ValueProfile readValues(Fields fields, List<String> values) {
    return new ValueProfile(
        values,
        fields.wholes("counts"),
        fields.whole("others"),
        fields.whole("mostOther"),
        fields.whole("missing"));
  }

  private static Map<String, Object> writeFinding(DriftFinding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", Fields.nameOf(finding.kind()));
    fields.put("name", finding.name());
    fields.put("statistic", finding.statistic());
    fields.put("threshold", finding.threshold());
    fields.put("evidence", finding.evidence());
    return fields;
  }

  private static DriftFinding readFinding(Fields fields) {
    return new DriftFinding(
        fields.oneOf(DriftFinding.Kind.class, "kind"),
        fields.text("name"),
        fields.decimal("statistic"),
        fields.decimal("threshold"),
        fields.text("evidence"));
  }
}
