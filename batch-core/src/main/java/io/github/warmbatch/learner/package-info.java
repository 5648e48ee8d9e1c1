/**
 * Learners of our own: small, fast, and made for being trained on from batch to batch.
 *
 * <p>A batch goes through three steps. {@code FeatureMemory} turns its rows into codes of one byte,
 * from what it remembers of the batches before; the models ({@code LogisticModel}, {@code
 * Boosting}, {@code Forest}) are scored and trained on the codes; only then the memory absorbs the
 * rows and their labels, so that no row is ever described by its own label. Everything that is
 * remembered is in {@code LearnerState}, written by {@code LearnerCodec}.
 *
 * <p>A user touches {@link io.github.warmbatch.learner.Learners} alone; the providers are found by
 * {@link java.util.ServiceLoader}. Depends on {@code training} and {@code dataset}.
 */
@NullMarked
package io.github.warmbatch.learner;

import org.jspecify.annotations.NullMarked;
