package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How decisions are written: the kind, and then the fields of that kind. */
final class DecisionJson {
  private DecisionJson() {}

  static Map<String, @Nullable Object> write(Decision decision) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", decision.kind());
    if (decision instanceof Absorbed absorbed) {
      fields.put("job", JobJson.write(absorbed.job()));
      fields.put("dataset", JobJson.writeDataset(absorbed.dataset()));
      fields.put("rows", absorbed.rows());
      fields.put("model", ModelJson.write(absorbed.model()));
      fields.put("scores", ScoresJson.write(absorbed.scores()));
      fields.put("timings", ScoresJson.writeTimings(absorbed.timings()));
      if (absorbed.profile() != null) {
        fields.put("profile", DriftJson.writeProfile(absorbed.profile()));
      }
      if (!absorbed.drift().isEmpty()) {
        fields.put("drift", DriftJson.writeFindings(absorbed.drift()));
      }
    } else if (decision instanceof Dead dead) {
      fields.put("job", JobJson.write(dead.job()));
      fields.put("datasetSha256", dead.sha256());
      fields.put("reason", dead.reason());
      fields.put("spec", ModelJson.writeSpec(dead.spec()));
    } else if (decision instanceof BackTo backTo) {
      fields.put("abandoned", backTo.abandoned());
      fields.put("jobs", backTo.jobs().stream().map(JobJson::write).toList());
      fields.put("disposition", Fields.nameOf(backTo.disposition()));
      fields.put("reason", backTo.reason());
    }
    return fields;
  }

  static Decision read(Fields fields) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "absorbed" -> readAbsorbed(fields);
      case "dead" -> readDead(fields);
      case "back-to" -> readBackTo(fields);
      default -> throw fields.wrong("kind", "absorbed, dead or back-to", kind);
    };
  }

  private static Absorbed readAbsorbed(Fields fields) {
    return new Absorbed(
        fields.object("job", JobJson::read),
        fields.object("dataset", JobJson::readDataset),
        fields.whole("rows"),
        fields.object("model", ModelJson::read),
        fields.object("scores", ScoresJson::read),
        fields.object("timings", ScoresJson::readTimings),
        DriftJson.readProfile(fields, "profile"),
        DriftJson.readFindings(fields, "drift"));
  }

  private static Dead readDead(Fields fields) {
    return new Dead(
        fields.object("job", JobJson::read),
        fields.textOrNull("datasetSha256"),
        fields.text("reason"),
        fields.object("spec", ModelJson::readSpec));
  }

  private static BackTo readBackTo(Fields fields) {
    return new BackTo(
        fields.wholes("abandoned"),
        fields.objects("jobs", JobJson::read),
        fields.oneOf(Disposition.class, "disposition"),
        fields.text("reason"));
  }
}
