/**
 * What people look at: views of a lineage beside it, which can be rebuilt from it at any time.
 *
 * <p>{@link io.github.warmbatch.report.OutputViews} keeps the files of the output directory, {@link
 * io.github.warmbatch.report.CheckpointTable} is a lineage on a terminal. The worker calls the
 * first after each commit and takes its failure for a warning; the commands call both. Depends on
 * {@code checkpoint}.
 */
@NullMarked
package io.github.warmbatch.report;

import org.jspecify.annotations.NullMarked;
