/**
 * Tells whether a data set is like the ones before it: a small profile of each data set's columns,
 * and two tests, of the columns' distributions and of the score before learning. {@link
 * io.github.warmbatch.drift.DriftDetector} is the way in. Depends on {@code evaluation} and {@code
 * dataset}.
 */
@NullMarked
package io.github.warmbatch.drift;

import org.jspecify.annotations.NullMarked;
