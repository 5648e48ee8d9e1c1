package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Scores;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What checkpoints score on this worker's hold-out: as their manifests have it, or, where those
 * were scored on another one or on none, scored again, once.
 */
final class HoldOutScores {
  private final CheckpointStore store;
  private final WarmStartTrainer<?> trainer;
  private final @Nullable HoldOut holdOut;
  private final Map<Long, Scorecard> again = new HashMap<>();
  private final Set<Long> fresh = new HashSet<>();

  HoldOutScores(WorkerOptions options, @Nullable HoldOut holdOut) {
    this.store = options.store();
    this.trainer = options.trainer();
    this.holdOut = holdOut;
  }

  /** Whether two checkpoints can be scored on the same hold-out, or were. */
  boolean areComparable(Manifest one, Manifest other) {
    return holdOut != null || Objects.equals(digest(one), digest(other));
  }

  /** Whether a checkpoint was scored again since this was last asked. */
  boolean wasScoredAgain(Manifest absorbed) {
    return fresh.remove(absorbed.number());
  }

  /** The digest of this worker's hold-out. */
  @Nullable String digest() {
    return holdOut == null ? null : holdOut.sha256();
  }

  /** The digest of the hold-out that the manifest has scores for. */
  static @Nullable String digest(Manifest absorbed) {
    return scores(absorbed).holdOutSha256();
  }

  /**
   * The scores, or null where there is no hold-out.
   *
   * @throws io.github.warmbatch.checkpoint.CheckpointException when the state is needed for it and
   *     cannot be read
   * @throws ConfigurationException when the hold-out does not fit the checkpoint
   */
  @Nullable Scorecard of(Manifest absorbed) {
    if (holdOut == null || holdOut.sha256().equals(digest(absorbed))) {
      return scores(absorbed).holdOut();
    }
    Scorecard known = again.get(absorbed.number());
    if (known == null) {
      known = score(holdOut, absorbed, trainer);
      again.put(absorbed.number(), known);
      fresh.add(absorbed.number());
    }
    return known;
  }

  private <S> Scorecard score(HoldOut rows, Manifest absorbed, WarmStartTrainer<S> asked) {
    Predictor predictor =
        store.readState(
            absorbed,
            (model, payload) -> asked.predictor(asked.codec().read(payload, model.trainingSpec())));
    return rows.score(predictor, ((Decision.Absorbed) absorbed.decision()).model());
  }

  private static Scores scores(Manifest absorbed) {
    return ((Decision.Absorbed) absorbed.decision()).scores();
  }
}
