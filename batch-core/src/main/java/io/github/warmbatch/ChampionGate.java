package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Promotes the head when it is no worse than the champion by average precision on the same
 * hold-out, or when the two cannot be compared. Asking twice does no harm, so that a promotion that
 * a crash prevented is made up for by the next run.
 */
final class ChampionGate {
  private final CheckpointStore store;

  ChampionGate(CheckpointStore store) {
    this.store = store;
  }

  /** Promotes the model of this lineage, or not. */
  Optional<Promotion> consider(Lineage lineage) {
    Manifest candidate = lineage.model().orElse(null);
    if (candidate == null) {
      return Optional.empty();
    }
    Manifest champion =
        store.champion().flatMap(promotion -> lineage.find(promotion.number())).orElse(null);
    if (champion != null && champion.number() == candidate.number()) {
      return Optional.empty();
    }
    String reason = champion == null ? "the first checkpoint" : reason(candidate, champion);
    return reason == null
        ? Optional.empty()
        : Optional.of(store.promote(candidate.number(), reason));
  }

  private static @Nullable String reason(Manifest candidate, Manifest champion) {
    Scores mine = ((Decision.Absorbed) candidate.decision()).scores();
    Scores theirs = ((Decision.Absorbed) champion.decision()).scores();
    Double better = averagePrecision(mine.holdOut());
    Double worse = averagePrecision(theirs.holdOut());
    if (better == null
        || worse == null
        || !Objects.equals(mine.holdOutSha256(), theirs.holdOutSha256())) {
      return "newer than %d, with which it cannot be compared".formatted(champion.number());
    }
    return better < worse
        ? null
        : String.format(
            Locale.ROOT,
            "average precision %.4f on the hold-out, where number %d has %.4f",
            better,
            champion.number(),
            worse);
  }

  private static @Nullable Double averagePrecision(@Nullable Scorecard scorecard) {
    return scorecard == null ? null : scorecard.averagePrecision();
  }
}
