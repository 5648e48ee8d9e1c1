package io.github.warmbatch.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.warmbatch.checkpoint.DatasetId;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.checkpoint.StateRef;
import io.github.warmbatch.checkpoint.Timings;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lineage that a test writes decision by decision, with state files of a few bytes. */
final class Chronicle {
  /** What a name or a reason would have to hold to take over a page. */
  static final String HOSTILE = "</script><script>alert(1)</script>\"><img src=x onerror=alert(2)>";

  static final Scores UNSCORED = new Scores(null, 0.5, null, null);

  private static final ModelSpec SPEC =
      new ModelSpec(
          new TrainerInfo("any", 1, Map.of()),
          "label",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          1);
  private static final Instant BEGIN = Instant.parse("2022-02-09T14:19:42.303619Z");

  private final List<Manifest> history = new ArrayList<>();
  private final Path states;

  Chronicle(Path output) throws IOException {
    this.states = Files.createDirectories(output.resolve("lineage"));
  }

  Lineage lineage() {
    return Lineage.of(history);
  }

  /** The file of a checkpoint's state. */
  Path state(long number) {
    return states.resolve("%08d-attempt.state".formatted(number));
  }

  Chronicle absorb(String path) throws IOException {
    return absorb(path, UNSCORED);
  }

  Chronicle absorb(String path, Scores scores) throws IOException {
    long number = history.size() + 1L;
    Files.writeString(state(number), "state " + number);
    return absorb(path, scores, state(number).getFileName().toString());
  }

  /** A checkpoint whose state is said to be in a file of this name. */
  Chronicle absorb(String path, Scores scores, String stateFile) {
    return absorb(path, scores, stateFile, List.of());
  }

  /** A checkpoint of a data set that is not like those before. */
  Chronicle drift(String path, DriftFinding... findings) throws IOException {
    long number = history.size() + 1L;
    Files.writeString(state(number), "state " + number);
    return absorb(path, UNSCORED, state(number).getFileName().toString(), List.of(findings));
  }

  private Chronicle absorb(String path, Scores scores, String stateFile, List<DriftFinding> drift) {
    Decision decision =
        new Decision.Absorbed(
            job(path),
            new DatasetId(path, "d" + history.size(), null),
            1000,
            new Model(SPEC, Schema.of(List.of()), new LabelClasses(List.of("0", "1"))),
            scores,
            new Timings(0, 0, 0),
            null,
            drift);
    return add(head(), decision, new StateRef(stateFile, "s" + history.size(), 7));
  }

  Chronicle giveUp(String path) {
    return giveUp(path, "unreadable");
  }

  Chronicle giveUp(String path, String reason) {
    return add(head(), new Decision.Dead(job(path), null, reason, SPEC), null);
  }

  Chronicle goBackTo(long number) {
    return add(number, lineage().backTo(number, Disposition.SKIP, "worse"), null);
  }

  private Chronicle add(long parent, Decision decision, @Nullable StateRef state) {
    long number = head() + 1;
    String parentDigest = parent == 0 ? null : history.get((int) parent - 1).sha256();
    history.add(
        new Manifest(
            number,
            parent,
            parentDigest,
            "attempt",
            decision,
            state,
            BEGIN.plusSeconds(number - 1),
            "test",
            digest(number, decision)));
    return this;
  }

  private static String digest(long number, Decision decision) {
    byte[] text = (number + decision.toString()).getBytes(UTF_8);
    return UUID.nameUUIDFromBytes(text).toString();
  }

  private long head() {
    return history.size();
  }

  private JobRef job(String path) {
    return new JobRef("job" + history.size(), path, null);
  }

  /** A scorecard of two classes with these figures. */
  static Scorecard card(@Nullable Double averagePrecision, double baseRate) {
    return new Scorecard(
        1000,
        4,
        averagePrecision,
        baseRate,
        0.9977204434773599,
        0.996,
        0.02,
        0.03,
        0.75,
        List.of("0", "1", "2"),
        List.of(List.of(994L, 2L, 0L), List.of(1L, 3L, 0L), List.of(0L, 0L, 0L)));
  }

  /** A scorecard of three classes as it is measured, of a model that is as good as told. */
  static Scorecard measured(int seed, double quality) {
    Random random = new Random(seed);
    int[] labels = random.ints(600, 0, 20).map(draw -> draw < 17 ? 0 : draw < 19 ? 1 : 2).toArray();
    double[] probabilities = new double[3 * labels.length];
    for (int row = 0; row < labels.length; row++) {
      double score = quality * Math.min(labels[row], 1) + (1 - quality) * random.nextDouble();
      probabilities[3 * row] = 1 - score;
      probabilities[3 * row + 1] = score * 0.7;
      probabilities[3 * row + 2] = score * 0.3;
    }
    LabelClasses classes = new LabelClasses(List.of("0", "1", HOSTILE));
    return Scorecard.of(new Predictions(classes, probabilities), labels, classes, SPEC);
  }
}
