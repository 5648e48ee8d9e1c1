/**
 * How good a model is on a data set: {@link io.github.warmbatch.evaluation.Scorecard}, computed
 * from predictions and labels. Depends on {@code training}.
 */
@NullMarked
package io.github.warmbatch.evaluation;

import org.jspecify.annotations.NullMarked;
