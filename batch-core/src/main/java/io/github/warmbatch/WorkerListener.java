package io.github.warmbatch;

import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.screening.Finding;
import java.time.Duration;
import java.util.List;

/**
 * Is told what a worker does, in the worker's thread: whoever takes long here holds up the work.
 * What a listener throws is logged and otherwise ignored.
 */
public interface WorkerListener {

  /** The run begins; {@code queueEmpty} says whether there is nothing to do. */
  default void started(boolean queueEmpty) {}

  /**
   * The worker looks for its next job. Told at each look, also while there is nothing to do and
   * while the queue cannot be reached: at least every few seconds, unless a job is in hand.
   */
  default void looking() {}

  /** A job is taken in hand, for the first time or again. */
  default void processing(String path) {}

  /**
   * Columns of the first data set of a lineage turned out to be identifiers. Neither it nor a later
   * one will be learned from by these columns; {@link BatchWorkerBuilder#allowLeak} keeps them.
   */
  default void dropped(String path, List<Finding> identifiers) {}

  /** A data set is part of the model, on stable storage. */
  default void absorbed(Manifest manifest) {}

  /**
   * A data set that was just absorbed is not like the ones before it, as {@link
   * io.github.warmbatch.drift.DriftDetector} has it. Nothing is stopped or left out for it.
   */
  default void drifted(Drift drift) {}

  /** An entry was completed without training, since what it names was decided by that number. */
  default void known(String path, long number) {}

  /** A job failed and will be tried again after a pause. The reason names the data set. */
  default void failed(String path, String reason, Duration pause) {}

  /** A job was given up. The reason names the data set. */
  default void dead(String path, String reason) {}

  /** A checkpoint became the champion. */
  default void promoted(Promotion promotion) {}

  /** A checkpoint is worse than the champion, and was not promoted. */
  default void regressed(Regression regression) {}

  /** The states of these checkpoints were removed, as the worker was asked to. */
  default void pruned(List<Long> numbers) {}

  /** There is nothing to do now, but may be later. */
  default void waiting(Duration hint) {}

  /** The queue cannot be reached; the worker asks again after a pause. */
  default void queueUnavailable(String reason, Duration pause) {}

  /** Something went wrong that does no harm to the model: a report that cannot be written, say. */
  default void warning(String message) {}

  /** There is nothing left to do, and the run ends. */
  default void drained() {}
}
