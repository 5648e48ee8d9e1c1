/**
 * What people look at: views of a lineage beside it, which can be rebuilt from it at any time.
 *
 * <p>{@link io.github.warmbatch.report.OutputViews} keeps the files of the output directory. The
 * worker calls it after each commit and takes its failure for a warning; the commands that change a
 * lineage call it, too. Depends on {@code checkpoint}.
 */
@NullMarked
package io.github.warmbatch.report;

import org.jspecify.annotations.NullMarked;
