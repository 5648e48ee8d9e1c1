package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.BackTo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How entries are written: what an entry has not, its object lacks. */
final class EntryJson {
  private EntryJson() {}

  static Map<String, @Nullable Object> write(Entry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", entry.number());
    fields.put("parent", entry.parent());
    putIfThere(fields, "parentSha256", entry.parentSha256());
    fields.put("sha256", entry.sha256());
    fields.put("attempt", entry.attempt());
    if (entry.job() != null) {
      fields.put("job", JobJson.write(entry.job()));
    }
    if (entry.dataset() != null) {
      fields.put("dataset", JobJson.writeDataset(entry.dataset()));
    }
    if (entry.back() != null) {
      fields.put("back", DecisionJson.write(entry.back()));
    }
    return fields;
  }

  static Entry read(Fields fields) {
    Entry entry =
        new Entry(
            fields.whole("number"),
            fields.whole("parent"),
            fields.textOrNull("parentSha256"),
            fields.text("sha256"),
            fields.text("attempt"),
            fields.objectOrNull("job", JobJson::read),
            fields.objectOrNull("dataset", JobJson::readDataset),
            fields.objectOrNull("back", EntryJson::readBack));
    boolean goesBack = entry.back() != null;
    if (goesBack == (entry.job() != null) || (goesBack && entry.dataset() != null)) {
      throw fields.wrong("back", "instead of a job", entry.number());
    }
    return entry;
  }

  private static BackTo readBack(Fields fields) {
    if (DecisionJson.read(fields) instanceof BackTo back) {
      return back;
    }
    throw fields.wrong("kind", "back-to", fields.text("kind"));
  }

  private static void putIfThere(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
