package io.github.warmbatch.learner;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a model that has learned.
 *
 * @param memory makes codes of rows
 * @param gate tells apart positives and others at a glance
 * @param trees look more closely; null in the fastest learner
 * @param chooser tells apart the positives, and the others
 */
record Knowledge(FeatureMemory memory, Gate gate, @Nullable TreeStage trees, ClassChooser chooser) {

  /** Knowledge of nothing. */
  static Knowledge empty(Layout layout, int keys, boolean withTrees) {
    return new Knowledge(
        FeatureMemory.empty(layout, keys),
        Gate.open(layout),
        withTrees ? TreeStage.empty(layout.width()) : null,
        new ClassChooser(layout.width()));
  }
}
