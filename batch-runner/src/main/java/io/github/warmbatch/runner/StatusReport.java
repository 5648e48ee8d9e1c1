package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.queue.QueueStats;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the work stands at one moment.
 *
 * @param stats the queue
 * @param owed how many jobs the lineage has to do again, which come before the queue
 * @param head the newest decision, 0 for none
 * @param champion the champion's number, or null
 * @param newest the newest checkpoint, or null
 * @param pace how fast it goes, or null where it cannot be told
 */
record StatusReport(
    QueueStats stats,
    int owed,
    long head,
    @Nullable Long champion,
    @Nullable Manifest newest,
    @Nullable Pace pace) {

  static StatusReport of(QueueStats stats, Optional<CheckpointStore> store, Clock clock) {
    if (store.isEmpty()) {
      return new StatusReport(stats, 0, 0, null, null, null);
    }
    Lineage lineage = store.get().lineage();
    return new StatusReport(
        stats,
        lineage.obligations().size(),
        lineage.head(),
        store.get().champion().map(Promotion::number).orElse(null),
        lineage.model().orElse(null),
        Pace.of(lineage, clock.instant()).orElse(null));
  }

  /** For programs. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("queued", stats.queued());
    fields.put("owed", owed);
    fields.put("inFlight", stats.inFlight());
    fields.put("deadLetters", stats.deadLetters());
    fields.put("completed", stats.completed());
    fields.put("head", head);
    fields.put("champion", champion);
    fields.put("perHour", pace == null ? null : pace.perHour());
    fields.put("etaSeconds", pace == null ? null : pace.remaining(left()).toSeconds());
    Scores scores = scores();
    fields.put("prequential", scores == null ? null : ScorecardView.measures(scores.prequential()));
    fields.put("holdOut", scores == null ? null : ScorecardView.measures(scores.holdOut()));
    return fields;
  }

  /** For people. */
  List<String> lines(String queue) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line("queue " + queue, stats.queued() + " queued, " + stats.inFlight() + " in flight"));
    if (owed > 0) {
      lines.add(line("to be done again", owed + ", before the queue (went back)"));
    }
    lines.add(line("completed", Long.toString(stats.completed())));
    lines.add(line("dead letters", Long.toString(stats.deadLetters())));
    lines.add(line("head", head == 0 ? "-" : Long.toString(head)));
    lines.add(line("champion", champion == null ? "-" : champion.toString()));
    Scores scores = scores();
    if (scores != null && newest != null) {
      lines.add(line("newest", newest.number() + ", " + newest.writtenAt()));
      lines.add(line("  prequential", score(scores.prequential())));
      lines.add(line("  hold-out", score(scores.holdOut())));
    }
    if (pace != null) {
      lines.add(line("rate", String.format(Locale.ROOT, "%.1f data sets an hour", pace.perHour())));
      lines.add(
          line(
              "time left",
              left() == 0 ? "-" : "about " + Durations.format(pace.remaining(left()))));
    }
    return lines;
  }

  private long left() {
    return owed + stats.queued();
  }

  private @Nullable Scores scores() {
    return newest != null && newest.decision() instanceof Decision.Absorbed absorbed
        ? absorbed.scores()
        : null;
  }

  private static String score(@Nullable Scorecard card) {
    return card == null
        ? "-"
        : "average precision %s (guessing: %s)"
            .formatted(
                ScorecardView.number(card.averagePrecision()),
                ScorecardView.number(card.baseRate()));
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-20s %s", name, value);
  }
}
