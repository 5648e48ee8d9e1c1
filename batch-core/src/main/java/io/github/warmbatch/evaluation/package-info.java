/**
 * How good a model is on a data set: {@link io.github.warmbatch.evaluation.Scorecard}, computed
 * from predictions and labels, and its {@link io.github.warmbatch.evaluation.ScoreProfile}. {@link
 * io.github.warmbatch.evaluation.Figure} names the figures for all JSON of ours. Depends on {@code
 * training}.
 */
@NullMarked
package io.github.warmbatch.evaluation;

import org.jspecify.annotations.NullMarked;
