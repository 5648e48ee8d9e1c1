package io.github.warmbatch.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a state file says about itself before its payload.
 *
 * @param number the decision that it is the state of
 * @param attempt the attempt that wrote it
 * @param job the job that was absorbed
 * @param dataset what was learned last
 * @param model what the state is of
 */
record StateHeader(long number, String attempt, JobRef job, DatasetId dataset, Model model) {

  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", number);
    fields.put("attempt", attempt);
    fields.put("job", JobJson.write(job));
    fields.put("dataset", JobJson.writeDataset(dataset));
    fields.put("model", ModelJson.write(model));
    return fields;
  }

  static StateHeader read(Fields fields) {
    return new StateHeader(
        fields.whole("number"),
        fields.text("attempt"),
        fields.object("job", JobJson::read),
        fields.object("dataset", JobJson::readDataset),
        fields.object("model", ModelJson::read));
  }
}
