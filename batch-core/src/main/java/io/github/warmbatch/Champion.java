package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.training.Trainers;
import java.util.Optional;

/**
 * The checkpoint that predicts, loaded. Immutable; safe for use from many threads.
 *
 * @param number the checkpoint's
 * @param model to ask
 */
public record Champion(long number, SavedModel model) {

  /**
   * The champion of a lineage: the one promoted last, or the newest checkpoint where none was;
   * empty where nothing was learned yet.
   *
   * @throws CheckpointException when the lineage or the state cannot be read, or its trainer is not
   *     among those at hand
   */
  public static Optional<Champion> load(CheckpointStore store, Trainers trainers) {
    return find(store).map(manifest -> load(store, manifest, trainers));
  }

  static Champion load(CheckpointStore store, Manifest manifest, Trainers trainers) {
    return new Champion(manifest.number(), SavedModel.load(store, manifest, trainers));
  }

  /** The champion's manifest, or the newest checkpoint's where none was promoted. */
  static Optional<Manifest> find(CheckpointStore store) {
    Optional<Promotion> last = store.champion();
    Lineage lineage = store.lineage();
    return last.map(Promotion::number).flatMap(lineage::find).or(lineage::model);
  }
}
