package io.github.warmbatch.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How jobs and data sets are written. */
final class JobJson {
  private JobJson() {}

  static Map<String, @Nullable Object> write(JobRef job) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", job.id());
    fields.put("path", job.path());
    fields.put("again", job.again());
    return fields;
  }

  static JobRef read(Fields fields) {
    return new JobRef(fields.text("id"), fields.text("path"), fields.textOrNull("again"));
  }

  static Map<String, @Nullable Object> writeDataset(DatasetId dataset) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("path", dataset.path());
    fields.put("sha256", dataset.sha256());
    fields.put("again", dataset.again());
    return fields;
  }

  static DatasetId readDataset(Fields fields) {
    return new DatasetId(fields.text("path"), fields.text("sha256"), fields.textOrNull("again"));
  }
}
