package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.evaluation.Scorecard;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * Promotes the head when it is no worse than the champion on the same hold-out; where none was ever
 * used, the newest is the champion. What was measured on different hold-outs is never compared: the
 * champion is scored again on this worker's. Asking twice does no harm, so that a promotion that a
 * crash prevented is made up for by the next run.
 */
final class ChampionGate {
  /** Below this two figures are the same: sums of doubles are no more exact. */
  private static final double ROUNDING = 1e-12;

  private final CheckpointStore store;
  private final QualityGate gate;
  private final HoldOutScores scores;

  ChampionGate(WorkerOptions options, @Nullable HoldOut holdOut) {
    this.store = options.store();
    this.gate = options.gate();
    this.scores = new HoldOutScores(options, holdOut);
  }

  /**
   * Promotes the model of this lineage, or not.
   *
   * @param fresh whether it was published since this was last asked. Else whoever promoted another
   *     one after it was published has seen it, and is not overruled.
   */
  Ruling consider(Lineage lineage, boolean fresh) {
    Manifest candidate = lineage.model().orElse(null);
    if (candidate == null) {
      return Ruling.NONE;
    }
    Promotion last = store.champion().orElse(null);
    Manifest champion = last == null ? null : lineage.find(last.number()).orElse(null);
    if (last == null || champion == null) {
      return promote(candidate, "there was no champion");
    }
    boolean isDecided = !fresh && last.at().isAfter(candidate.writtenAt());
    return isDecided || champion.number() == candidate.number()
        ? Ruling.NONE
        : compare(candidate, champion);
  }

  private Ruling compare(Manifest candidate, Manifest champion) {
    if (!scores.areComparable(candidate, champion)) {
      return HoldOutScores.digest(champion) == null
          ? promote(candidate, "number %d has no score".formatted(champion.number()))
          : Ruling.undecided(otherHoldOut(candidate, champion));
    }
    Scorecard mine = scores.of(candidate);
    Scorecard theirs;
    try {
      theirs = scores.of(champion);
    } catch (CheckpointException e) {
      if (e instanceof CorruptStateException || e.getCause() instanceof NoSuchFileException) {
        return promote(candidate, "number %d, the champion, is lost".formatted(champion.number()))
            .warning("The champion is replaced unseen: " + e.getMessage());
      }
      throw e;
    }
    return mine == null || theirs == null
        ? promote(candidate, "the newest, there is no hold-out")
        : measure(candidate, champion, mine, theirs);
  }

  private Ruling measure(Manifest candidate, Manifest champion, Scorecard mine, Scorecard theirs) {
    Double value = gate.measure().of(mine);
    Double other = gate.measure().of(theirs);
    String note = scores.wasScoredAgain(champion) ? scoredAgain(champion) : null;
    if (other == null) {
      return promote(candidate, "the champion's %s is not defined".formatted(gate.measure()))
          .warning(value == null ? undefined() : note);
    }
    if (value == null) {
      return Ruling.undecided(
          "Number %d is not promoted: %s".formatted(candidate.number(), undefined()));
    }
    double shortfall = gate.measure().shortfall(value, other);
    if (shortfall > gate.tolerance() + ROUNDING) {
      return Ruling.worse(
              new Regression(candidate.number(), champion.number(), value, other, shortfall, gate))
          .warning(note);
    }
    String reason =
        "%s %s on the hold-out, where number %d has %s"
            .formatted(
                gate.measure(),
                QualityGate.shown(value),
                champion.number(),
                QualityGate.shown(other));
    return promote(candidate, reason).warning(note);
  }

  private Ruling promote(Manifest candidate, String reason) {
    return Ruling.promoted(store.promote(candidate.number(), reason));
  }

  private String undefined() {
    return "its %s on the hold-out is not defined, so that it cannot be compared (has the hold-out rows of a positive class?)"
        .formatted(gate.measure());
  }

  private String scoredAgain(Manifest champion) {
    String before = HoldOutScores.digest(champion);
    return "The hold-out is another one: number %d, the champion, was scored on %s, and this worker's is %s; it was scored again on this worker's to be compared"
        .formatted(
            champion.number(),
            before == null ? "none" : "the one of digest " + before,
            scores.digest());
  }

  private static String otherHoldOut(Manifest candidate, Manifest champion) {
    String mine = HoldOutScores.digest(candidate);
    return "Number %d is not promoted: it was scored on %s, number %d, the champion, on the one of digest %s, and these are not compared (name the hold-out, or promote it by hand)"
        .formatted(
            candidate.number(),
            mine == null ? "no hold-out" : "the hold-out of digest " + mine,
            champion.number(),
            HoldOutScores.digest(champion));
  }
}
