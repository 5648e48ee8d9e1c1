package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.checkpoint.StateRef;
import io.github.warmbatch.checkpoint.Timings;
import io.github.warmbatch.checkpoint.Verification;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainerInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A decision for programs, by stable names.
 *
 * @param manifest the decision
 * @param status what its state was found to be
 * @param champion whether it is the champion
 * @param pinned whether its state is kept until it is unpinned
 */
record ManifestView(
    Manifest manifest, Verification.Status status, boolean champion, boolean pinned) {

  /** What the list shows. */
  Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Decision decision = manifest.decision();
    fields.put("number", manifest.number());
    fields.put("kind", decision.kind());
    fields.put("parent", manifest.parent());
    fields.put("state", state());
    JobRef job = job();
    fields.put("jobId", job == null ? null : job.id());
    fields.put("dataset", dataset());
    fields.put("rows", rows());
    TrainerInfo trainer = trainer();
    fields.put("trainer", trainer == null ? null : trainer.name());
    fields.put("champion", champion);
    fields.put("pinned", pinned);
    Scores scores = scores();
    fields.put("prequential", scores == null ? null : ScorecardView.measures(scores.prequential()));
    fields.put("holdOut", scores == null ? null : ScorecardView.measures(scores.holdOut()));
    fields.put("writtenAt", manifest.writtenAt().toString());
    fields.put("drift", drift().stream().map(ManifestView::finding).toList());
    addOutcome(fields, decision);
    return fields;
  }

  /** All there is. */
  Map<String, @Nullable Object> full() {
    Map<String, @Nullable Object> fields = summary();
    fields.put("writer", manifest.writer());
    fields.put("attempt", manifest.attempt());
    fields.put("sha256", manifest.sha256());
    fields.put("parentSha256", manifest.parentSha256());
    fields.put("stateFile", stateFile(manifest.state()));
    if (manifest.decision() instanceof Decision.Absorbed absorbed) {
      fields.put("again", absorbed.dataset().again());
      fields.put("datasetSha256", absorbed.dataset().sha256());
      fields.put("model", model(absorbed.model()));
      fields.put("timings", timings(absorbed.timings()));
      fields.put("trainingAccuracy", absorbed.scores().trainingAccuracy());
      fields.put("holdOutSha256", absorbed.scores().holdOutSha256());
      fields.put("prequential", ScorecardView.full(absorbed.scores().prequential()));
      fields.put("holdOut", ScorecardView.full(absorbed.scores().holdOut()));
    }
    return fields;
  }

  String state() {
    return status.name().toLowerCase(Locale.ROOT);
  }

  @Nullable String dataset() {
    if (manifest.decision() instanceof Decision.Absorbed absorbed) {
      return absorbed.dataset().path();
    }
    JobRef job = job();
    return job == null ? null : job.path();
  }

  @Nullable Long rows() {
    return manifest.decision() instanceof Decision.Absorbed absorbed ? absorbed.rows() : null;
  }

  @Nullable Scores scores() {
    return manifest.decision() instanceof Decision.Absorbed absorbed ? absorbed.scores() : null;
  }

  /** In what its data set is not like the ones before. */
  List<DriftFinding> drift() {
    return manifest.decision() instanceof Decision.Absorbed absorbed ? absorbed.drift() : List.of();
  }

  private static Map<String, Object> finding(DriftFinding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", finding.name());
    fields.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
    fields.put("test", finding.kind().statistic());
    fields.put("statistic", finding.statistic());
    fields.put("threshold", finding.threshold());
    fields.put("evidence", finding.evidence());
    return fields;
  }

  private @Nullable JobRef job() {
    if (manifest.decision() instanceof Decision.Absorbed absorbed) {
      return absorbed.job();
    }
    return manifest.decision() instanceof Decision.Dead dead ? dead.job() : null;
  }

  private @Nullable TrainerInfo trainer() {
    if (manifest.decision() instanceof Decision.Absorbed absorbed) {
      return absorbed.model().spec().trainer();
    }
    return manifest.decision() instanceof Decision.Dead dead ? dead.spec().trainer() : null;
  }

  private static void addOutcome(Map<String, @Nullable Object> fields, Decision decision) {
    if (decision instanceof Decision.Dead dead) {
      fields.put("reason", dead.reason());
    } else if (decision instanceof Decision.BackTo back) {
      fields.put("reason", back.reason());
      fields.put("abandoned", back.abandoned());
      fields.put("disposition", back.disposition().name().toLowerCase(Locale.ROOT));
    }
  }

  private static @Nullable Map<String, Object> stateFile(@Nullable StateRef state) {
    if (state == null) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", state.file());
    fields.put("bytes", state.bytes());
    fields.put("sha256", state.sha256());
    return fields;
  }

  private static Map<String, Object> model(Model model) {
    ModelSpec spec = model.spec();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("label", spec.label());
    fields.put("classes", model.classes().names());
    fields.put("declaredClasses", spec.declaredClasses());
    fields.put("positives", spec.positives());
    fields.put("ignored", spec.ignored());
    fields.put("identifiers", spec.identifiers());
    fields.put("entities", spec.entities());
    fields.put("seed", spec.seed());
    fields.put("trainerVersion", spec.trainer().version());
    fields.put("trainerOptions", new TreeMap<>(spec.trainer().options()));
    Map<String, String> features = new LinkedHashMap<>();
    model.features().fields().forEach(field -> features.put(field.name(), field.type().name()));
    fields.put("features", features);
    return fields;
  }

  private static Map<String, Object> timings(Timings timings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("readMillis", timings.read());
    fields.put("scoreMillis", timings.score());
    fields.put("trainMillis", timings.train());
    return fields;
  }
}
