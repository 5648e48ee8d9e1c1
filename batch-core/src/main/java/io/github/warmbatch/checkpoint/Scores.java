package io.github.warmbatch.checkpoint;

import io.github.warmbatch.evaluation.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * How good the models around one absorbed data set are.
 *
 * @param prequential the old model on the new data set, before it learned from it; null for the
 *     first data set, when there was none
 * @param trainingAccuracy the new model's accuracy on the data set it just learned
 * @param holdOut the new model on the hold-out, or null without one
 * @param holdOutSha256 the digest of that hold-out, since scores on another are never compared
 */
public record Scores(
    @Nullable Scorecard prequential,
    @Nullable Double trainingAccuracy,
    @Nullable Scorecard holdOut,
    @Nullable String holdOutSha256) {}
