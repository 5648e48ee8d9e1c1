package io.github.warmbatch.report;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.StateRef;
import io.github.warmbatch.checkpoint.Timings;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.training.ModelSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the page shows, as JSON: a line for each decision, and all there is of the head. */
final class PageData {
  private static final JSON LINES = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

  private final Lineage lineage;

  PageData(Lineage lineage) {
    this.lineage = lineage;
  }

  /** All data, given the text of the decisions. */
  String page(Optional<Promotion> champion, CharSequence decisions) throws IOException {
    Map<String, @Nullable Object> head = lineage.model().map(PageData::head).orElse(null);
    return "{\"head\":"
        + LINES.asString(head)
        + ",\"champion\":"
        + LINES.asString(champion.map(PageData::champion).orElse(null))
        + ",\"binding\":"
        + LINES.asString(lineage.model().map(PageData::binding).orElse(null))
        + ",\"decisions\":[\n"
        + decisions
        + "\n]}";
  }

  /** One decision. */
  String decision(Manifest manifest) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", manifest.number());
    fields.put("kind", manifest.decision().kind());
    if (lineage.isAbandoned(manifest.number())) {
      fields.put("abandoned", true);
    }
    fields.put("writtenAt", manifest.writtenAt().toString());
    if (manifest.decision() instanceof Absorbed absorbed) {
      add(fields, absorbed, manifest.state());
    } else if (manifest.decision() instanceof Dead dead) {
      fields.put("dataset", Plain.text(dead.job().path()));
      fields.put("reason", Plain.text(dead.reason()));
    } else if (manifest.decision() instanceof BackTo back) {
      fields.put("parent", manifest.parent());
      fields.put("abandons", back.abandoned());
      fields.put("disposition", back.disposition().name().toLowerCase(Locale.ROOT));
      fields.put("reason", Plain.text(back.reason()));
    }
    return LINES.asString(fields);
  }

  private static void add(
      Map<String, @Nullable Object> fields, Absorbed absorbed, @Nullable StateRef state) {
    Timings timings = absorbed.timings();
    fields.put("dataset", Plain.text(absorbed.dataset().path()));
    fields.put("sha256", absorbed.dataset().sha256());
    fields.put("rows", absorbed.rows());
    fields.put("millis", List.of(timings.read(), timings.score(), timings.train()));
    fields.put("stateBytes", state == null ? null : state.bytes());
    if (absorbed.scores().prequential() != null) {
      fields.put("prequential", PageScores.brief(absorbed.scores().prequential()));
    }
    if (absorbed.scores().holdOut() != null) {
      fields.put("holdOut", PageScores.brief(absorbed.scores().holdOut()));
    }
    if (!absorbed.drift().isEmpty()) {
      fields.put("drift", absorbed.drift().stream().map(PageData::finding).toList());
    }
  }

  private static Map<String, Object> finding(DriftFinding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", Plain.text(finding.name()));
    fields.put("test", finding.kind().statistic());
    fields.put("statistic", finding.statistic());
    fields.put("threshold", finding.threshold());
    fields.put("evidence", Plain.text(finding.evidence()));
    return fields;
  }

  private static Map<String, @Nullable Object> head(Manifest manifest) {
    Absorbed absorbed = (Absorbed) manifest.decision();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", manifest.number());
    fields.put("writtenAt", manifest.writtenAt().toString());
    fields.put("dataset", Plain.text(absorbed.dataset().path()));
    fields.put("prequential", PageScores.full(absorbed.scores().prequential()));
    fields.put("holdOut", PageScores.full(absorbed.scores().holdOut()));
    return fields;
  }

  private static Map<String, @Nullable Object> champion(Promotion champion) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", champion.number());
    fields.put("reason", Plain.text(champion.reason()));
    return fields;
  }

  private static Map<String, @Nullable Object> binding(Manifest manifest) {
    Model model = ((Absorbed) manifest.decision()).model();
    ModelSpec spec = model.spec();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("label", spec.label());
    fields.put("classes", model.classes().names());
    fields.put("positives", spec.positives());
    fields.put("trainer", spec.trainer().name());
    fields.put("trainerVersion", spec.trainer().version());
    fields.put("options", new TreeMap<>(spec.trainer().options()));
    fields.put("features", model.features().names());
    fields.put("ignored", spec.ignored());
    fields.put("identifiers", spec.identifiers());
    fields.put("entities", spec.entities());
    fields.put("seed", spec.seed());
    return fields;
  }
}
