package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Decision.Dead;
import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.drift.DataProfile;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.drift.NumberProfile;
import io.github.warmbatch.drift.ValueProfile;
import io.github.warmbatch.evaluation.Calibration;
import io.github.warmbatch.evaluation.CurvePoint;
import io.github.warmbatch.evaluation.Interval;
import io.github.warmbatch.evaluation.ScoreProfile;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainerInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small decisions about days of one year, each told apart from the others by its day. */
public final class CheckpointSamples {
  /** What all samples are bound to. */
  public static final ModelSpec SPEC =
      new ModelSpec(
          new TrainerInfo("sample", 3, Map.of("depth", "4", "rate", "0.1")),
          "LABEL",
          List.of("ID"),
          List.of("CUSTOMER"),
          List.of(),
          List.of("1"),
          42);

  private CheckpointSamples() {}

  /** The job of a day. */
  public static JobRef job(int day) {
    return new JobRef("job-" + day, path(day), null);
  }

  /** The data set of a day. */
  public static DatasetId dataset(int day) {
    return new DatasetId(path(day), sha256(day), null);
  }

  /** The model after a day. */
  public static Model model() {
    return new Model(
        SPEC,
        Schema.of(
            List.of(
                new Field("AMOUNT", ColumnType.DECIMAL),
                new Field("CUSTOMER", ColumnType.INTEGER),
                new Field("ÜBER \"é\"", ColumnType.TEXT))),
        new LabelClasses(List.of("0", "1")));
  }

  /** Scores with awkward figures, some of them undefined. */
  public static Scores scores() {
    return new Scores(null, 1.0 / 3, card(), sha256(99));
  }

  /** Scores with a profile, its figures awkward, some undefined. */
  static Scores profiledScores() {
    Scorecard plain = card();
    ScoreProfile profile =
        new ScoreProfile(
            null,
            0.1 + 0.7,
            new Interval(Double.MIN_VALUE, 1.0 / 3),
            new Calibration(
                List.of(
                    new Calibration.Bin(9_000, 2, 0.1 + 0.2),
                    new Calibration.Bin(651, 20, 1.0000000000000002))),
            List.of(new CurvePoint(7, 1), new CurvePoint(9651, 22)));
    Scorecard card =
        new Scorecard(
            plain.rows(),
            plain.positives(),
            plain.averagePrecision(),
            plain.baseRate(),
            plain.accuracy(),
            plain.majorityAccuracy(),
            plain.logLoss(),
            plain.precisionAt100(),
            plain.recallAt100(),
            plain.classes(),
            plain.confusion(),
            profile);
    return new Scores(null, 1.0 / 3, card, sha256(99));
  }

  /** A day absorbed. */
  public static Absorbed absorbed(int day) {
    return new Absorbed(
        job(day), dataset(day), 9_488, model(), scores(), new Timings(0.1, 2e-7, 3));
  }

  /** A day absorbed, with the profile of its columns, that was not like the days before. */
  static Absorbed drifted(int day) {
    DataProfile profile =
        new DataProfile(
            Map.of(
                "AMOUNT",
                new NumberProfile(0, List.of(-1L, Long.MAX_VALUE), List.of(9_000L, 480L), 8),
                "ÜBER \"é\"",
                new ValueProfile(List.of("\uD83D\uDE00", "b\n"), List.of(3L, 1L << 50), 7, 2, 1)));
    return new Absorbed(
        job(day),
        dataset(day),
        9_488,
        model(),
        scores(),
        new Timings(0.1, 2e-7, 3),
        profile,
        List.of(
            new DriftFinding(DriftFinding.Kind.SCORE, "average precision", 5.25, 1.0 / 3, "bad"),
            new DriftFinding(DriftFinding.Kind.COLUMN, "ÜBER \"é\"", 0.1 + 0.2, 0.2, "new\n")));
  }

  /** A day given up. */
  public static Dead dead(int day) {
    return new Dead(job(day), null, "cannot be read: day " + day, SPEC);
  }

  /** A draft to absorb a day at the lineage's head; its state's payload is {@link #payload}. */
  public static Draft absorb(Lineage lineage, int day) {
    return new Draft(
        lineage.head(), lineage.head(), absorbed(day), out -> out.write(payload(day)), "sample");
  }

  /** A draft to give a day up at the lineage's head. */
  public static Draft giveUp(Lineage lineage, int day) {
    return new Draft(lineage.head(), lineage.head(), dead(day), null, "sample");
  }

  /** A draft to go back to a number. */
  public static Draft goBack(Lineage lineage, long parent, Disposition disposition) {
    return new Draft(
        lineage.head(),
        parent,
        lineage.backTo(parent, disposition, "as the sample wants it"),
        null,
        "sample");
  }

  /** The payload of a day's state. */
  public static byte[] payload(int day) {
    return ("what was learned up to day " + day).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a payload as it is. */
  public static byte[] readPayload(@Nullable Model model, InputStream payload) throws IOException {
    return payload.readAllBytes();
  }

  private static Scorecard card() {
    return new Scorecard(
        9651,
        22,
        0.1 + 0.2,
        Double.MIN_VALUE,
        0.9977204434773599,
        1.0,
        Double.MAX_VALUE,
        null,
        0.0,
        List.of("0", "1"),
        List.of(List.of(9629L, 0L), List.of(22L, 5_000_000_000L)));
  }

  private static String path(int day) {
    return "datasets/day-%03d.csv".formatted(day);
  }

  private static String sha256(int day) {
    return "%064x".formatted(day);
  }
}
